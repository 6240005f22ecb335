### Lo que la consola también dice del paquete y de los valores.

event-transfer-bundle-recorded = Paso del paquete de sepsis registrado
event-transfer-bundle-late = Pasos del paquete de sepsis fuera de tiempo
event-transfer-assessment-recorded = Valores para las escalas registrados
refused-bundle_in_future = Esta hora aún no ha llegado. Permitido: { $allowed }.
refused-bundle_too_early = Esta hora es demasiado anterior al reconocimiento de la sepsis. Permitido: { $allowed }.
refused-recognition_needed = Esta hora es anterior a la solicitud, y nadie ha dicho cuándo se reconoció la sepsis. Registre primero la hora del reconocimiento; si no, permitido: { $allowed }.
refused-before_recognition = Esta hora es anterior al reconocimiento de la sepsis. Si se reconoció antes, corrija primero la hora del reconocimiento; si no, permitido: { $allowed }.
refused-bundle_out_of_order = Esta hora no encaja con los otros pasos. Permitido: { $allowed }.
refused-bundle_value_needed = Falta el valor de este paso.
refused-bundle_value_strange = Este valor no es de este paso: { $value }.
refused-assessment_other_population = Los valores son de otra población (adulta o pediátrica) que el traslado.
refused-assessment_older = Ya hay valores posteriores. Permitido: { $allowed }.
refused-assessment_contradicts = Contradice los valores de hace un momento ({ $values }): comprobad cuáles son los buenos.
refused-assessment_invalid = Hay valores que no se pueden aceptar ({ $count }).
care-open-shared = Hoja compartida y paquete de sepsis
told-old = antiguo
