### De quién es la solicitud: identificadores, duplicados y la comprobación a pie de cama.

prealert-comes-of = Viene de la prealerta
prealert-untick = Si no se puede vincular, desmarca «Viene de la prealerta» y vuelve a enviar la solicitud.
identifier-cip = CIP (tarjeta sanitaria)
identifier-cip_sns = CIP del Sistema Nacional de Salud
identifier-document = DNI o NIE
identifier-record = número de historia de este hospital
identifier-temporary = provisional: aún no se sabe quién es
whose-kind = Tipo de identificador
whose-kind-told = Se reconoce por cómo está escrito
whose-sex = Sexo
sex-female = mujer
sex-male = hombre
sex-unknown = no se sabe
whose-hint = El equipo de la unidad lo comprueba a pie de cama, con la edad y el box.
whose-age = Edad
whose-age-unit = Contada en
whose-unit-years = años
whose-unit-months = meses (menores de 2 años)
whose-unit-days = días (menores de 28 días)
whose-why-again = Por qué se pide igualmente
whose-why-again-hint = Si es otro paciente o hace falta un segundo traslado, di por qué y vuelve a enviar.
whose-fault-sex = Indica el sexo, o que no se sabe
whose-fault-age = Escribe la edad, aunque sea aproximada
refused-patient_perhaps_requested = Puede que este paciente ya tenga un traslado abierto: { $number }. Mismo hospital, mismo sexo y edad parecida.
refused-identifier_empty = El identificador no tiene ninguna letra ni ninguna cifra.
whose-twin = Puede ser el mismo paciente que { $number }
whose-twin-same = mismo identificador
whose-twin-likely = mismo hospital y sexo, edad parecida
whose-twin-because = Se pide igualmente: { $reason }
described-years = { $age ->
        [90] 90 años o más
        [1] 1 año
       *[other] { $age } años
    }
described-months = { $age ->
        [1] 1 mes
       *[other] { $age } meses
    }
described-no-age = edad no conocida
decision-identity_mismatch = No es el paciente que esperábamos
decision-do-identity_mismatch = No salgas con este paciente: compruébalo de nuevo con el equipo del box, o llama al hospital emisor.
decision-duplicate_patient = Quizá hay dos traslados del mismo paciente
decision-do-duplicate_patient = Compáralos con el hospital; anula el que sobre, o di por qué hacen falta los dos.
why-identity_mismatch = la dotación de { $unit } ha encontrado a otro paciente ({ $person })
why-twin_same = { $number }: mismo identificador
why-twin_likely = { $number }: mismo hospital y sexo, edad parecida
event-transfer-identity-checked = Identificadores comparados a pie de cama
refused-two_identifiers_needed = Compara al menos dos identificadores; el box no lo es.
refused-identity_mismatch = La dotación ha visto que no es el paciente ({ $person }). Compruébalo de nuevo antes de salir.
refused-wristband_code_needed = El código de la pulsera era de otro paciente: vuelva a leerlo. Si no se puede, lo decide el médico o médica coordinador.
whose-title = A quién te llevas
whose-check-hint = Compara dos con la pulsera y los papeles; el número de box no cuenta.
whose-compared = Qué has comparado
compared-name = nombre y apellidos
compared-birth_date = fecha de nacimiento
compared-cip = CIP
compared-record_number = número de historia
compared-document = DNI o NIE
whose-wristband-hint = Lee el código de la pulsera (opcional): se compara y no se guarda.
whose-wristband = Código de la pulsera
whose-is = Es el paciente
whose-is-not = No es el paciente
whose-checked = Identidad comprobada a las { $time } ({ $person })
whose-unchecked = Identidad aún no comprobada
whose-mismatch = NO es el paciente: comprobado a las { $time } ({ $person })
whose-sealed-yes = el código de la pulsera coincide
whose-sealed-no = el código de la pulsera NO coincide
whose-identified-by = Identificado con: { $kind }
page-done-identity = Comprobación guardada.
prealert-whose = CIP, si lo tenéis a mano
prealert-whose-hint = No se guarda: sirve para reconocer que dos prealertas, o una prealerta y un traslado, son del mismo paciente.
prealert-twin = Puede ser el mismo paciente que { $number }
prealert-twin-same = mismo identificador
prealert-twin-likely = mismo lugar, edad y hora de llegada
prealert-reason-same_patient = es el mismo paciente que otra prealerta
whose-temporary = Identificador provisional: el que haya escrito o, si no ha escrito ninguno, { $number }, el número de este traslado. Póngalo en la pulsera.
whose-temporary-hint = Si todavía no se sabe quién es, elija «provisional» y déjelo vacío: el sistema da uno.
