### La línia d’ordres: el que diu csi en un terminal.

cli-faults = { $count ->
    [one] S’ha trobat una errada.
   *[other] S’han trobat { $count } errades.
}
cli-broken-off = Interromput.
cli-stopping = S’atura: es tanquen les connexions i després la base de dades…
cli-stopped = Aturat.
cli-migrated = La base de dades té l’esquema més nou.
cli-serving = En servei a { $address } per a { $origin }.
cli-console-missing = La consola no està construïda: { $address }/console/ només diu per què i com fer-la (make console).
cli-serving-nobody = Encara no hi ha cap compte. El primer, des d’un altre terminal amb la mateixa configuració: csi user add NOM_USUARI --name "Nom" --role dispatcher
cli-variable-alike = { $name } no és cap variable de configuració i no s’ha llegit. Volíeu dir { $meant }?
cli-variable-unknown = { $name } no és cap variable de configuració i no s’ha llegit.
cli-yes = sí
cli-no = no

cli-demo-starting = S’engega…
cli-demo-unread = La demostració no llegeix { $names }: té la seva base de dades a { $path }.
cli-demo-region = Regió: { $hospitals } hospitals, { $units } unitats.
cli-demo-day = Es prepara el dia: llits, unitats, pacients en camí…
cli-demo-open = Obriu { $address }
cli-demo-username = usuari
cli-demo-password = contrasenya
cli-demo-who = qui
cli-demo-role = funció
cli-demo-story = Un xoc sèptic a Calella espera resposta de l’UCI de Mataró. Ningú no respon per vosaltres: accepteu-lo, doneu-li una unitat, porteu-lo a l’UCI.
cli-demo-earlier = Continua un dia anterior, amb els pacients com els vau deixar. --fresh el torna a començar (amb make: make run ARGS="--fresh").
cli-demo-more = Cada hospital té metge (usuari: el codi de l’hospital) i UCI (uci- i el codi); cada unitat, tret de les bàsiques (svb-), la seva dotació (l’indicatiu en minúscules).
cli-demo-end = Ctrl-C l’atura; les dades es conserven. Tots els pacients són inventats.

cli-network-sound = { $file }: { $hospitals } hospitals, cap errada.
cli-network-care = { $care } — { $counts }
cli-care-adult = Adults
cli-care-paediatric = Infants
cli-network-unknown = No hi ha cap hospital «{ $value }». Volíeu dir: { $alike }?
cli-network-not-treated = { $hospital } — { $care }: no els atén.
cli-network-stands-in = Si un d’aquests pacients hi arriba, es proposa la cadena de referència del més proper que els atén: { $nearest }.
cli-network-level = { $hospital } — { $care }: { $level }
cli-network-reference = {"  "}{ $level }: centre de referència { $reference }; el més proper per carretera { $nearest }
cli-network-show-what = Indiqueu un HOSPITAL, o un fitxer per a --picture.
cli-network-picture = Dibuixat: { $file }
cli-reach = { $care } — { $level }: { $reached } de { $total } hospitals ({ $share } %) hi arriben en { $minutes } min
cli-reach-far = {"  "}{ $hospital }: { $minutes } min, fins a { $nearest }
cli-what-if = Si { $hospital } perd { $level } — { $care }
cli-what-if-losses = { $count ->
    [one] Un hospital perd el centre de referència o el més proper.
   *[other] { $count } hospitals perden el centre de referència o el més proper.
}
cli-what-if-reference = la referència
cli-what-if-nearest = el més proper
cli-what-if-loss = {"  "}{ $hospital }, { $level }: perd { $lost }, a { $minutes } min
cli-what-if-after = {"    "}el més proper que queda és { $after }: { $minutes } min ({ $added }); es proposa { $before } → { $now }
cli-what-if-nobody = {"    "}no en queda cap d’aquest nivell
cli-column-centre = centre de referència
cli-column-level = nivell
cli-column-referrers = hi deriven
cli-column-dependants = per qualsevol cadena
cli-column-closeness = proximitat × 100
cli-column-mean = min de mitjana
cli-column-max = min el més llarg

cli-user-password = Contrasenya ({ $least } caràcters o més)
cli-user-again = Un altre cop
cli-user-added = S’ha creat el compte { $username }.
cli-user-changed = S’ha canviat la contrasenya de { $username }.
cli-user-disabled = S’ha desactivat el compte { $username }; les seves sessions s’han acabat.
cli-user-invited = Fins d’aquí a { $hours } h, { $username } pot entrar amb un dispositiu nou des d’aquesta adreça; la contrasenya cal igualment:
cli-user-invitation = { $address }
cli-user-username = usuari
cli-user-who = nom
cli-user-role = funció
cli-user-where = on
cli-user-demo = Els comptes de la demostració de { $path }.
cli-user-active = actiu

cli-watch-password = Contrasenya de { $username }
cli-watch-open = Tauler en viu, com a { $name }: { $count } trasllats oberts. Ctrl-C per sortir.
cli-watch-gone = { $at }  { $number } ha sortit del tauler.
cli-watch-session-over = La sessió s’ha acabat: torneu a entrar.
cli-watch-not-allowed = Aquest compte no pot veure el tauler en viu.

cli-plan-only-checked = PLAN només es llegeix amb --check.
cli-plan-no-answer = { $file } no porta cap pla: doneu-lo com a segon fitxer, PLAN.
cli-plan-fault = { $file }: { $path } és { $value }: { $problem }. Es permet: { $allowed }.
cli-plan-unread = La clau «{ $key }» no és de l’esquema i no es llegeix.
cli-plan-too-large = Massa gran: { $found }. Es permet: { $allowed }.
cli-plan-feasible = factible { $vector }
cli-plan-vector-right = El vector declarat és correcte.
cli-plan-bound-verified = { $level }: almenys { $claimed }, pels seus preus.
cli-plan-bound-unverified = { $level }: es declara almenys { $claimed }, els preus donen { $verified }.
cli-plan-proof-wrong = La prova no se sosté.
cli-plan-no-claim = No es declara cap vector.
cli-plan-infeasible = { $count ->
    [one] No és factible: incompleix una regla.
   *[other] No és factible: incompleix { $count } regles.
}
cli-plan-claims-wrong = { $count ->
    [one] Una afirmació no es compleix.
   *[other] { $count } afirmacions no es compleixen.
}
cli-plan-vector_differs = { $level }: es declara { $stated } i és { $found }.
cli-plan-bound_above_value = { $level }: la cota { $stated } supera el valor { $found }.
cli-plan-proof_without_bound = { $level }: es diu provat amb la cota { $stated }, inferior al valor { $found }.
cli-plan-unit_unknown = { $unit }: aquesta unitat no existeix.
cli-plan-transfer_unknown = { $unit }: el trasllat { $transfer } no existeix.
cli-plan-hospital_not_offered = { $unit }, { $transfer }: { $hospital } no és entre els seus hospitals.
cli-plan-transfer_twice = { $unit }: el trasllat { $transfer } es fa dues vegades.
cli-plan-type_not_allowed = { $unit }: el seu tipus no pot fer { $transfer }.
cli-plan-past_overtime = { $unit }: després de { $transfer } passa del torn i de l’hora extra permesa.
cli-plan-beds_exceeded = { $hospital }: més pacients que llits lliures.

cli-fault-nothing = { $file }: { $path }: { $problem }. Es permet: { $allowed }.
cli-assess-fault = { $file }: { $path } és { $value }: { $problem }. Es permet: { $allowed }.
cli-assess-not-json = { $file }: línia { $line }, columna { $column }: no és JSON.
cli-assess-nothing = { $count ->
    [one] Una errada: no s’ha calculat res.
   *[other] { $count } errades: no s’ha calculat res.
}

refused-url_invalid = «{ $value }» no és una adreça. Es permet: { $allowed }.

## El món ha fallat
unavailable-unknown = No està disponible una cosa que el programa necessita ({ $what }).
unavailable-port_busy = Un altre programa fa servir el port { $port }. Trieu-ne un altre, per exemple: --port { $other } (amb make: make run ARGS="--port { $other }")
unavailable-already_open = Ja hi ha una central oberta a { $address }. Per obrir-ne una altra al costat, trieu un altre port i una altra carpeta: --port { $other } --data-dir var/second (amb make: make run ARGS="--port { $other } --data-dir var/second")
unavailable-port_of_service_busy = Un altre programa fa servir el port { $port }. Trieu-ne un altre amb --port o CSI_PORT, per exemple { $other }.
unavailable-service_already_open = Ja hi ha una central oberta a { $address }. Per obrir-ne una altra al costat cal un altre port i una altra base de dades: --port { $other } i CSI_DATA_DIR=var/second (o un altre CSI_DATABASE_URL).
unavailable-no_database_here = No hi ha cap base de dades a { $path }, ni cap de la demostració a { $demo }. CSI_DATA_DIR indica la carpeta, CSI_DATABASE_URL un servidor; «csi user add» i «csi serve» creen la base de dades.
unavailable-port_not_allowed = No podeu fer servir el port { $port }. Trieu-ne un a partir del { $least } amb --port.
unavailable-address_not_ours = Aquesta màquina no té l’adreça «{ $host }». Poseu a CSI_HOST o --host una que tingui.
unavailable-file_not_readable = No es pot llegir el fitxer { $path }: { $why }.
unavailable-file_not_writable = No es pot escriure el fitxer { $path }: { $why }.
unavailable-server = { $address } no respon. Hi ha el servidor en marxa?
unavailable-connection_lost = S’ha perdut la connexió amb el servidor.
unavailable-solver = L’optimitzador no respon.
unavailable-database = La base de dades no respon. La que ve amb el programa es torna a engegar sola. Si n’heu indicat una altra amb CSI_DATABASE_URL, comproveu que funciona i que l’adreça és correcta.
unavailable-database_silent = La base de dades de CSI_DATABASE_URL no respon a { $address }. Comproveu que hi funciona, que l’adreça és correcta i que cap tallafoc no ho impedeix.
unavailable-database_too_old = La base de dades és massa antiga ({ $found }): cal PostgreSQL { $needed } o posterior.
unavailable-data_dir_in_use = La carpeta de dades { $path } la fa servir un altre programa en marxa (procés { $pid }). Atureu-lo o trieu-ne una altra: amb --data-dir per a la demostració, amb CSI_DATA_DIR per a les altres ordres.
unavailable-data_dir_not_a_folder = { $path } no és una carpeta. Trieu una altra carpeta de dades.
unavailable-data_dir_not_writable = No podeu escriure a la carpeta de dades { $path }. Trieu-ne una altra o demaneu permís per escriure-hi.
unavailable-data_dir_unusable = La carpeta de dades { $path } no es pot fer servir.
unavailable-disk_full = El disc és ple: a { $path } calen { $needed_mb } MB lliures. Feu lloc o trieu una altra carpeta de dades.
unavailable-embedded_postgres_unsupported = La base de dades inclosa només funciona en Linux, no en { $platform }, i la demostració (make run) tampoc: feu servir una màquina Linux, virtual o un contenidor. Només «csi serve», que aquí no està provat, pot prescindir-ne: CSI_DATABASE_URL indica un servidor PostgreSQL.
unavailable-no_account_for_postgres = Engegada com a root, la base de dades necessita un compte sense drets i no n’hi ha cap. Creeu el compte «{ $needed }» o engegueu-la amb un altre usuari.
unavailable-postgres_did_not_start = La base de dades de { $path } no s’ha engegat. Ha dit:
unavailable-postgres_not_reachable = El compte { $account } no pot executar els programes de la base de dades de { $path }.
unavailable-postgres_package_missing = Falta el paquet { $needed }, o no és per a aquesta màquina. Torneu a instal·lar-lo; «csi serve» també pot anar amb CSI_DATABASE_URL.
unavailable-postgres_refused_connection = La base de dades funciona però ha rebutjat la connexió.
unavailable-too_busy = Massa gent ha canviat el mateix alhora. Torneu-ho a provar.
unavailable-router = L’encaminador en viu no respon.
refused-settings_file_invalid = El fitxer { $value } de { $field } no es pot llegir com a TOML: { $allowed }.
