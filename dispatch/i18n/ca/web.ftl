### Errors of the interface.

refused-title = No es pot fer
refused-method = Aquesta adreça no admet aquesta mena de petició.
refused-not_understood = La petició no s’entén.
unavailable-title = Ara mateix no és possible
defect-title = Error del programa
defect-detail = Hi ha hagut un error nostre, ja ha quedat anotat. No s’ha desat res a mitges: torna-ho a provar o truca a la central.
refused-hospital_already_asked = Aquest hospital ja té la sol·licitud: encara no ha respost.

fact-from = les { $time } o més tard
fact-upto = les { $time } o abans
