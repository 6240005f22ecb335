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
