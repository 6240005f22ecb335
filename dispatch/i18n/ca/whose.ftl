### De qui és la sol·licitud: identificadors, duplicats, i la comprovació al llit.

prealert-comes-of = Ve de la prealerta
prealert-untick = Si no s’hi pot vincular, desmarca «Ve de la prealerta» i torna a enviar la sol·licitud.
identifier-cip = CIP (targeta sanitària)
identifier-cip_sns = CIP del Sistema Nacional de Salut
identifier-document = DNI o NIE
identifier-record = número d’història d’aquest hospital
identifier-temporary = provisional: encara no se sap qui és
whose-kind = Tipus d’identificador
whose-kind-told = Es reconeix per com està escrit
whose-sex = Sexe
sex-female = dona
sex-male = home
sex-unknown = no se sap
whose-hint = L’equip de la unitat ho comprova al llit, amb l’edat i el box.
whose-age = Edat
whose-age-unit = Comptada en
whose-unit-years = anys
whose-unit-months = mesos (menors de 2 anys)
whose-unit-days = dies (menors de 28 dies)
whose-why-again = Per què es demana igualment
whose-why-again-hint = Si és un altre pacient o cal un segon trasllat, digues per què i torna a enviar.
whose-fault-sex = Indica el sexe, o que no se sap
whose-fault-age = Escriu l’edat, encara que sigui aproximada
refused-patient_perhaps_requested = Pot ser que aquest pacient ja tingui un trasllat obert: { $number }. Mateix hospital, mateix sexe i edat semblant.
refused-identifier_empty = L’identificador no té cap lletra ni cap xifra.
whose-twin = Pot ser el mateix pacient que { $number }
whose-twin-same = mateix identificador
whose-twin-likely = mateix hospital i sexe, edat semblant
whose-twin-because = Es demana igualment: { $reason }
described-years = { $age ->
        [90] 90 anys o més
        [1] 1 any
       *[other] { $age } anys
    }
described-months = { $age ->
        [1] 1 mes
       *[other] { $age } mesos
    }
described-no-age = edat no sabuda
decision-identity_mismatch = No és el pacient que esperàvem
decision-do-identity_mismatch = No surtis amb aquest pacient: torna a comprovar-lo amb l’equip del box, o truca a l’hospital emissor.
decision-duplicate_patient = Potser hi ha dos trasllats del mateix pacient
decision-do-duplicate_patient = Compara’ls amb l’hospital; anul·la el que sobri, o digues per què calen tots dos.
why-identity_mismatch = la dotació de { $unit } ha trobat un altre pacient ({ $person })
why-twin_same = { $number }: mateix identificador
why-twin_likely = { $number }: mateix hospital i sexe, edat semblant
event-transfer-identity-checked = Identificadors comparats al llit
refused-two_identifiers_needed = Compara almenys dos identificadors; el box no ho és.
refused-identity_mismatch = La dotació ha trobat que no és el pacient ({ $person }). Torna a comprovar-lo abans de sortir.
refused-wristband_code_needed = El codi de la polsera era d’un altre pacient: torna a llegir-lo. Si no es pot, ho decideix el metge o metgessa coordinador.
whose-title = Qui us emporteu
whose-check-hint = Compara’n dos amb el braçalet i els papers; el número de box no compta.
whose-compared = Què has comparat
compared-name = nom i cognoms
compared-birth_date = data de naixement
compared-cip = CIP
compared-record_number = número d’història
compared-document = DNI o NIE
whose-wristband-hint = Llegeix el codi del braçalet (opcional): es compara i no es desa.
whose-wristband = Codi del braçalet
whose-is = És el pacient
whose-is-not = No és el pacient
whose-checked = Identitat comprovada a les { $time } ({ $person })
whose-unchecked = Identitat encara no comprovada
whose-mismatch = NO és el pacient: comprovat a les { $time } ({ $person })
whose-sealed-yes = el codi del braçalet coincideix
whose-sealed-no = el codi del braçalet NO coincideix
whose-identified-by = Identificat amb: { $kind }
page-done-identity = Comprovació desada.
prealert-whose = CIP, si el teniu a mà
prealert-whose-hint = No es desa: serveix per reconèixer que dues prealertes, o una prealerta i un trasllat, són del mateix pacient.
prealert-twin = Pot ser el mateix pacient que { $number }
prealert-twin-same = mateix identificador
prealert-twin-likely = mateix lloc, edat i hora d’arribada
prealert-reason-same_patient = és el mateix pacient que una altra prealerta
whose-temporary = Identificador provisional: el que hàgiu escrit o, si no n’heu escrit cap, { $number }, el número d’aquest trasllat. Poseu-lo a la polsera.
whose-temporary-hint = Si encara no se sap qui és, trieu «provisional» i deixeu-ho buit: el sistema en dona un.
