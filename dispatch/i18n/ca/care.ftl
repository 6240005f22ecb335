### El que la consola també diu del paquet i dels valors.

event-transfer-bundle-recorded = Pas del paquet de sèpsia registrat
event-transfer-bundle-late = Passos del paquet de sèpsia fora de temps
event-transfer-assessment-recorded = Valors per a les escales registrats
refused-bundle_in_future = Aquesta hora encara no ha arribat. Permès: { $allowed }.
refused-bundle_too_early = Aquesta hora és massa abans del reconeixement de la sèpsia. Permès: { $allowed }.
refused-recognition_needed = Aquesta hora és anterior a la sol·licitud, i ningú no ha dit quan es va reconèixer la sèpsia. Registreu primer l’hora del reconeixement; si no, permès: { $allowed }.
refused-before_recognition = Aquesta hora és anterior al reconeixement de la sèpsia. Si es va reconèixer abans, corregiu primer l’hora del reconeixement; si no, permès: { $allowed }.
refused-bundle_out_of_order = Aquesta hora no encaixa amb els altres passos. Permès: { $allowed }.
refused-bundle_value_needed = Falta el valor d’aquest pas.
refused-bundle_value_strange = Aquest valor no és d’aquest pas: { $value }.
refused-assessment_other_population = Els valors són d’una altra població (adult o pediàtrica) que el trasllat.
refused-assessment_older = Ja hi ha valors posteriors. Permès: { $allowed }.
refused-assessment_contradicts = Contradiu els valors de fa un moment ({ $values }): comproveu quins són els bons.
refused-assessment_invalid = Hi ha valors que no es poden acceptar ({ $count }).
care-open-shared = Full compartit i paquet de sèpsia
told-old = antic
