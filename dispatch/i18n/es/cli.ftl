### La línea de órdenes: lo que dice csi en un terminal.

cli-faults = { $count ->
    [one] Se ha encontrado un error.
   *[other] Se han encontrado { $count } errores.
}
cli-broken-off = Interrumpido.
cli-stopping = Deteniendo: se cierran las conexiones y después la base de datos…
cli-stopped = Detenido.
cli-migrated = La base de datos tiene el esquema más nuevo.
cli-serving = En servicio en { $address } para { $origin }.
cli-console-missing = La consola no está construida: { $address }/console/ solo dice por qué y cómo hacerla (make console).
cli-serving-nobody = Todavía no hay ninguna cuenta. La primera, desde otro terminal con la misma configuración: csi user add NOMBRE_USUARIO --name "Nombre" --role dispatcher
cli-variable-alike = { $name } no es ninguna variable de configuración y no se ha leído. ¿Quería decir { $meant }?
cli-variable-unknown = { $name } no es ninguna variable de configuración y no se ha leído.
cli-yes = sí
cli-no = no

cli-demo-starting = Arrancando…
cli-demo-unread = La demostración no lee { $names }: tiene su base de datos en { $path }.
cli-demo-region = Región: { $hospitals } hospitales, { $units } unidades.
cli-demo-day = Preparando el día: camas, unidades, pacientes en camino…
cli-demo-open = Abra { $address }
cli-demo-username = usuario
cli-demo-password = contraseña
cli-demo-who = quién
cli-demo-role = función
cli-demo-story = Un shock séptico en Calella espera respuesta de la UCI de Mataró. Nadie responde por usted: acéptelo, dele una unidad, llévelo a la UCI.
cli-demo-earlier = Continúa un día anterior, con los pacientes como usted los dejó. --fresh lo empieza de nuevo (con make: make run ARGS="--fresh").
cli-demo-more = Cada hospital tiene médico (usuario: el código del hospital) y UCI (uci- y el código); cada unidad, salvo las básicas (svb-), su dotación (el indicativo en minúsculas).
cli-demo-end = Ctrl-C lo detiene; los datos se conservan. Todos los pacientes son inventados.

cli-network-sound = { $file }: { $hospitals } hospitales, ningún error.
cli-network-care = { $care } — { $counts }
cli-care-adult = Adultos
cli-care-paediatric = Niños
cli-network-unknown = No hay ningún hospital «{ $value }». ¿Quería decir: { $alike }?
cli-network-not-treated = { $hospital } — { $care }: no los atiende.
cli-network-stands-in = Si uno de estos pacientes llega allí, se propone la cadena de referencia del más cercano que los atiende: { $nearest }.
cli-network-level = { $hospital } — { $care }: { $level }
cli-network-reference = {"  "}{ $level }: centro de referencia { $reference }; el más cercano por carretera { $nearest }
cli-network-show-what = Indique un HOSPITAL, o un fichero para --picture.
cli-network-picture = Dibujado: { $file }
cli-reach = { $care } — { $level }: { $reached } de { $total } hospitales ({ $share } %) llegan en { $minutes } min
cli-reach-far = {"  "}{ $hospital }: { $minutes } min, hasta { $nearest }
cli-what-if = Si { $hospital } pierde { $level } — { $care }
cli-what-if-losses = { $count ->
    [one] Un hospital pierde su centro de referencia o el más cercano.
   *[other] { $count } hospitales pierden su centro de referencia o el más cercano.
}
cli-what-if-reference = la referencia
cli-what-if-nearest = el más cercano
cli-what-if-loss = {"  "}{ $hospital }, { $level }: pierde { $lost }, a { $minutes } min
cli-what-if-after = {"    "}el más cercano que queda es { $after }: { $minutes } min ({ $added }); se propone { $before } → { $now }
cli-what-if-nobody = {"    "}no queda ninguno de este nivel
cli-column-centre = centro de referencia
cli-column-level = nivel
cli-column-referrers = le derivan
cli-column-dependants = por cualquier cadena
cli-column-closeness = cercanía × 100
cli-column-mean = min de media
cli-column-max = min el más largo

cli-user-password = Contraseña ({ $least } caracteres o más)
cli-user-again = Otra vez
cli-user-added = Se ha creado la cuenta { $username }.
cli-user-changed = Se ha cambiado la contraseña de { $username }.
cli-user-disabled = Se ha desactivado la cuenta { $username }; sus sesiones han terminado.
cli-user-invited = Durante { $hours } h, { $username } puede entrar con un dispositivo nuevo desde esta dirección; la contraseña hace falta igualmente:
cli-user-invitation = { $address }
cli-user-username = usuario
cli-user-who = nombre
cli-user-role = función
cli-user-where = dónde
cli-user-demo = Las cuentas de la demostración de { $path }.
cli-user-active = activa

cli-watch-password = Contraseña de { $username }
cli-watch-open = Tablero en vivo, como { $name }: { $count } traslados abiertos. Ctrl-C para salir.
cli-watch-gone = { $at }  { $number } ha salido del tablero.
cli-watch-session-over = La sesión ha terminado: vuelva a entrar.
cli-watch-not-allowed = Esta cuenta no puede ver el tablero en vivo.

cli-plan-only-checked = PLAN solo se lee con --check.
cli-plan-no-answer = { $file } no trae ningún plan: indíquelo como segundo fichero, PLAN.
cli-plan-fault = { $file }: { $path } es { $value }: { $problem }. Se permite: { $allowed }.
cli-plan-unread = La clave «{ $key }» no es del esquema y no se lee.
cli-plan-too-large = Demasiado grande: { $found }. Se permite: { $allowed }.
cli-plan-feasible = factible { $vector }
cli-plan-vector-right = El vector declarado es correcto.
cli-plan-bound-verified = { $level }: al menos { $claimed }, por sus precios.
cli-plan-bound-unverified = { $level }: se declara al menos { $claimed }, los precios dan { $verified }.
cli-plan-proof-wrong = La prueba no se sostiene.
cli-plan-no-claim = No se declara ningún vector.
cli-plan-infeasible = { $count ->
    [one] No es factible: incumple una regla.
   *[other] No es factible: incumple { $count } reglas.
}
cli-plan-claims-wrong = { $count ->
    [one] Una afirmación no se cumple.
   *[other] { $count } afirmaciones no se cumplen.
}
cli-plan-vector_differs = { $level }: se declara { $stated } y es { $found }.
cli-plan-bound_above_value = { $level }: la cota { $stated } supera el valor { $found }.
cli-plan-proof_without_bound = { $level }: se dice probado con la cota { $stated }, inferior al valor { $found }.
cli-plan-unit_unknown = { $unit }: esta unidad no existe.
cli-plan-transfer_unknown = { $unit }: el traslado { $transfer } no existe.
cli-plan-hospital_not_offered = { $unit }, { $transfer }: { $hospital } no está entre sus hospitales.
cli-plan-transfer_twice = { $unit }: el traslado { $transfer } se hace dos veces.
cli-plan-type_not_allowed = { $unit }: su tipo no puede hacer { $transfer }.
cli-plan-past_overtime = { $unit }: después de { $transfer } pasa del turno y de la hora extra permitida.
cli-plan-beds_exceeded = { $hospital }: más pacientes que camas libres.

cli-fault-nothing = { $file }: { $path }: { $problem }. Se permite: { $allowed }.
cli-assess-fault = { $file }: { $path } es { $value }: { $problem }. Se permite: { $allowed }.
cli-assess-not-json = { $file }: línea { $line }, columna { $column }: no es JSON.
cli-assess-nothing = { $count ->
    [one] Un fallo: no se ha calculado nada.
   *[other] { $count } fallos: no se ha calculado nada.
}

refused-url_invalid = «{ $value }» no es una dirección. Se permite: { $allowed }.

## El mundo ha fallado
unavailable-unknown = No está disponible algo que el programa necesita ({ $what }).
unavailable-port_busy = Otro programa usa el puerto { $port }. Elija otro, por ejemplo: --port { $other } (con make: make run ARGS="--port { $other }")
unavailable-already_open = Ya hay una central abierta en { $address }. Para abrir otra al lado, elija otro puerto y otra carpeta: --port { $other } --data-dir var/second (con make: make run ARGS="--port { $other } --data-dir var/second")
unavailable-port_of_service_busy = Otro programa usa el puerto { $port }. Elija otro con --port o CSI_PORT, por ejemplo { $other }.
unavailable-service_already_open = Ya hay una central abierta en { $address }. Para abrir otra al lado hacen falta otro puerto y otra base de datos: --port { $other } y CSI_DATA_DIR=var/second (u otro CSI_DATABASE_URL).
unavailable-no_database_here = No hay ninguna base de datos en { $path }, ni ninguna de la demostración en { $demo }. CSI_DATA_DIR indica la carpeta, CSI_DATABASE_URL un servidor; «csi user add» y «csi serve» crean la base de datos.
unavailable-port_not_allowed = No puede usar el puerto { $port }. Elija uno a partir del { $least } con --port.
unavailable-address_not_ours = Esta máquina no tiene la dirección «{ $host }». Ponga en CSI_HOST o --host una que tenga.
unavailable-file_not_readable = No se puede leer el fichero { $path }: { $why }.
unavailable-file_not_writable = No se puede escribir el fichero { $path }: { $why }.
unavailable-server = { $address } no responde. ¿Está el servidor en marcha?
unavailable-connection_lost = Se ha perdido la conexión con el servidor.
unavailable-solver = El optimizador no responde.
unavailable-database = La base de datos no responde. La que viene con el programa se vuelve a poner en marcha sola. Si habéis indicado otra con CSI_DATABASE_URL, comprobad que funciona y que la dirección es correcta.
unavailable-database_silent = La base de datos de CSI_DATABASE_URL no responde en { $address }. Compruebe que funciona allí, que la dirección es correcta y que ningún cortafuegos lo impide.
unavailable-database_too_old = La base de datos es demasiado antigua ({ $found }): se necesita PostgreSQL { $needed } o posterior.
unavailable-data_dir_in_use = La carpeta de datos { $path } la usa otro programa en marcha (proceso { $pid }). Deténgalo o elija otra: con --data-dir para la demostración, con CSI_DATA_DIR para las demás órdenes.
unavailable-data_dir_not_a_folder = { $path } no es una carpeta. Elija otra carpeta de datos.
unavailable-data_dir_not_writable = No puede escribir en la carpeta de datos { $path }. Elija otra o pida permiso para escribir en ella.
unavailable-data_dir_unusable = La carpeta de datos { $path } no se puede usar.
unavailable-disk_full = El disco está lleno: en { $path } hacen falta { $needed_mb } MB libres. Haga sitio o elija otra carpeta de datos.
unavailable-embedded_postgres_unsupported = La base de datos incluida solo funciona en Linux, no en { $platform }, y la demostración (make run) tampoco: use una máquina Linux, virtual o un contenedor. Solo «csi serve», que aquí no está probado, puede prescindir de ella: CSI_DATABASE_URL indica un servidor PostgreSQL.
unavailable-no_account_for_postgres = Arrancada como root, la base de datos necesita una cuenta sin derechos y no hay ninguna. Cree la cuenta «{ $needed }» o arránquela con otro usuario.
unavailable-postgres_did_not_start = La base de datos de { $path } no ha arrancado. Ha dicho:
unavailable-postgres_not_reachable = La cuenta { $account } no puede ejecutar los programas de la base de datos de { $path }.
unavailable-postgres_package_missing = Falta el paquete { $needed }, o no es para esta máquina. Vuelva a instalarlo; «csi serve» también puede ir con CSI_DATABASE_URL.
unavailable-postgres_refused_connection = La base de datos funciona pero ha rechazado la conexión.
unavailable-too_busy = Demasiada gente ha cambiado lo mismo a la vez. Inténtelo de nuevo.
unavailable-router = El encaminador en vivo no responde.
refused-settings_file_invalid = El archivo { $value } de { $field } no se puede leer como TOML: { $allowed }.
