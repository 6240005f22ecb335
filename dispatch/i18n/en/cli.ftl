### The command line: what csi says in a terminal.

cli-faults = { $count ->
    [one] One fault found.
   *[other] { $count } faults found.
}
cli-broken-off = Broken off.
cli-stopping = Stopping: closing the connections, then the database…
cli-stopped = Stopped.
cli-migrated = The database has the newest schema.
cli-serving = Serving on { $address } for { $origin }.
cli-console-missing = The console is not built: { $address }/console/ only says why, and how to (make console).
cli-serving-nobody = There is no account yet. The first one, from another terminal with the same settings: csi user add USERNAME --name "Name" --role dispatcher
cli-variable-alike = { $name } is no setting and was not read. Did you mean { $meant }?
cli-variable-unknown = { $name } is no setting and was not read.
cli-yes = yes
cli-no = no

cli-demo-starting = Starting…
cli-demo-unread = The demonstration does not read { $names }: it has its own database in { $path }.
cli-demo-region = Region: { $hospitals } hospitals, { $units } units.
cli-demo-day = Preparing the day: beds, units, patients on their way…
cli-demo-open = Open { $address }
cli-demo-username = username
cli-demo-password = password
cli-demo-who = who
cli-demo-role = role
cli-demo-story = A septic shock in Calella waits for an answer from the ICU of Mataró. Nobody answers for you: accept it, give it a unit, take it to the ICU.
cli-demo-earlier = An earlier day goes on, its patients as you left them. --fresh starts over (with make: make run ARGS="--fresh").
cli-demo-more = Every hospital has its doctor (username: its code) and its ICU (uci- and its code); every unit but the basic ones (svb-) its crew (its call sign in lower case).
cli-demo-end = Ctrl-C stops it; the data stay. All patients are invented.

cli-network-sound = { $file }: { $hospitals } hospitals, no faults.
cli-network-care = { $care } — { $counts }
cli-care-adult = Adults
cli-care-paediatric = Children
cli-network-unknown = No hospital “{ $value }”. Did you mean: { $alike }?
cli-network-not-treated = { $hospital } — { $care }: does not treat them.
cli-network-stands-in = If such a patient comes there, the chain of reference of the nearest one that treats them is proposed: { $nearest }.
cli-network-level = { $hospital } — { $care }: { $level }
cli-network-reference = {"  "}{ $level }: reference centre { $reference }; nearest by road { $nearest }
cli-network-show-what = Name a HOSPITAL, or a file for --picture.
cli-network-picture = Drawn: { $file }
cli-reach = { $care } — { $level }: { $reached } of { $total } hospitals ({ $share } %) reach it within { $minutes } min
cli-reach-far = {"  "}{ $hospital }: { $minutes } min, to { $nearest }
cli-what-if = If { $hospital } loses { $level } — { $care }
cli-what-if-losses = { $count ->
    [one] One hospital loses its reference centre or its nearest one.
   *[other] { $count } hospitals lose their reference centre or their nearest one.
}
cli-what-if-reference = reference
cli-what-if-nearest = nearest
cli-what-if-loss = {"  "}{ $hospital }, { $level }: loses its { $lost } at { $minutes } min
cli-what-if-after = {"    "}nearest left { $after }: { $minutes } min ({ $added }); proposed { $before } → { $now }
cli-what-if-nobody = {"    "}none of the level is left
cli-column-centre = reference centre
cli-column-level = level
cli-column-referrers = refer to it
cli-column-dependants = by any chain
cli-column-closeness = closeness × 100
cli-column-mean = mean min
cli-column-max = longest min

cli-user-password = Password ({ $least } characters or more)
cli-user-again = Once more
cli-user-added = Account { $username } added.
cli-user-changed = Password of { $username } changed.
cli-user-disabled = Account { $username } disabled; its sessions are over.
cli-user-invited = For { $hours } h, { $username } can sign in on a new device at this address; the password is still needed:
cli-user-invitation = { $address }
cli-user-username = username
cli-user-who = name
cli-user-role = role
cli-user-where = where
cli-user-demo = The accounts of the demonstration in { $path }.
cli-user-active = active

cli-watch-password = Password of { $username }
cli-watch-open = Live board, as { $name }: { $count } open transfers. Ctrl-C ends it.
cli-watch-gone = { $at }  { $number } has left the board.
cli-watch-session-over = The session is over: sign in again.
cli-watch-not-allowed = This account may not see the live board.

cli-plan-only-checked = PLAN is only read with --check.
cli-plan-no-answer = { $file } carries no plan: give it as the second file, PLAN.
cli-plan-fault = { $file }: { $path } is { $value }: { $problem }. Allowed: { $allowed }.
cli-plan-unread = The key “{ $key }” is not part of the schema and is not read.
cli-plan-too-large = Too large: { $found }. Allowed: { $allowed }.
cli-plan-feasible = feasible { $vector }
cli-plan-vector-right = The stated vector is right.
cli-plan-bound-verified = { $level }: at least { $claimed }, by its prices.
cli-plan-bound-unverified = { $level }: at least { $claimed } is claimed, the prices give { $verified }.
cli-plan-proof-wrong = The proof does not hold.
cli-plan-no-claim = No vector is stated.
cli-plan-infeasible = { $count ->
    [one] Not feasible: one rule broken.
   *[other] Not feasible: { $count } rules broken.
}
cli-plan-claims-wrong = { $count ->
    [one] One claim does not hold.
   *[other] { $count } claims do not hold.
}
cli-plan-vector_differs = { $level }: { $stated } is stated, { $found } holds.
cli-plan-bound_above_value = { $level }: the bound { $stated } is above the value { $found }.
cli-plan-proof_without_bound = { $level }: called proven with the bound { $stated }, below the value { $found }.
cli-plan-unit_unknown = { $unit }: there is no such unit.
cli-plan-transfer_unknown = { $unit }: there is no transfer { $transfer }.
cli-plan-hospital_not_offered = { $unit }, { $transfer }: { $hospital } is not among its hospitals.
cli-plan-transfer_twice = { $unit }: transfer { $transfer } is taken twice.
cli-plan-type_not_allowed = { $unit }: its type may not take { $transfer }.
cli-plan-past_overtime = { $unit }: after { $transfer } it is past its shift and overtime.
cli-plan-beds_exceeded = { $hospital }: more patients than free beds.

cli-fault-nothing = { $file }: { $path }: { $problem }. Allowed: { $allowed }.
cli-assess-fault = { $file }: { $path } is { $value }: { $problem }. Allowed: { $allowed }.
cli-assess-not-json = { $file }: line { $line }, column { $column }: it is not JSON.
cli-assess-nothing = { $count ->
    [one] One fault: nothing was computed.
   *[other] { $count } faults: nothing was computed.
}

refused-url_invalid = “{ $value }” is not an address. Allowed: { $allowed }.

## The world failed
unavailable-unknown = Something this program needs is not available ({ $what }).
unavailable-port_busy = Port { $port } is in use by another program. Choose another one, for example: --port { $other } (with make: make run ARGS="--port { $other }")
unavailable-already_open = A headquarters is already open at { $address }. For a second one beside it choose another port and another folder: --port { $other } --data-dir var/second (with make: make run ARGS="--port { $other } --data-dir var/second")
unavailable-port_of_service_busy = Port { $port } is in use by another program. Choose another one with --port or CSI_PORT, for example { $other }.
unavailable-service_already_open = A headquarters is already open at { $address }. A second one beside it needs another port and another database: --port { $other } and CSI_DATA_DIR=var/second (or another CSI_DATABASE_URL).
unavailable-no_database_here = There is no database in { $path }, nor one of the demonstration in { $demo }. CSI_DATA_DIR names the folder, CSI_DATABASE_URL a server; “csi user add” and “csi serve” make the database.
unavailable-port_not_allowed = You may not use port { $port }. Choose one from { $least } on with --port.
unavailable-address_not_ours = This machine has no address “{ $host }”. Set CSI_HOST or --host to one it has.
unavailable-file_not_readable = The file { $path } can’t be read: { $why }.
unavailable-file_not_writable = The file { $path } can’t be written: { $why }.
unavailable-server = No answer from { $address }. Is the server running there?
unavailable-connection_lost = The connection to the server was lost.
unavailable-solver = The optimiser does not answer.
unavailable-database = The database does not respond. The one that comes with the program starts again by itself. If you named another one in CSI_DATABASE_URL, check that it runs and that the address is right.
unavailable-database_silent = The database of CSI_DATABASE_URL does not respond at { $address }. Check that it runs there, that the address is right, and that no firewall stands between.
unavailable-database_too_old = The database is too old ({ $found }): PostgreSQL { $needed } or later is needed.
unavailable-data_dir_in_use = The data folder { $path } is in use by another running program (process { $pid }). Stop that one, or choose another folder: with --data-dir for the demonstration, with CSI_DATA_DIR for the other commands.
unavailable-data_dir_not_a_folder = { $path } is not a folder. Choose another data folder.
unavailable-data_dir_not_writable = You may not write in the data folder { $path }. Choose another one, or ask for the right to write there.
unavailable-data_dir_unusable = The data folder { $path } can’t be used.
unavailable-disk_full = The disk is full: { $path } needs { $needed_mb } MB free. Make room, or choose another data folder.
unavailable-embedded_postgres_unsupported = The database that comes along runs on Linux only, not on { $platform }, and so does the demonstration (make run): take a Linux machine, a virtual one or a container. Only “csi serve”, untested here, can do without it: CSI_DATABASE_URL names a PostgreSQL server.
unavailable-no_account_for_postgres = Started as root, the database needs an account without rights, and there is none. Create the account “{ $needed }”, or start as somebody else.
unavailable-postgres_did_not_start = The database in { $path } did not start. It said:
unavailable-postgres_not_reachable = The account { $account } can’t run the database’s programs in { $path }.
unavailable-postgres_package_missing = The package { $needed } is missing, or not made for this machine. Install again; “csi serve” can also do with CSI_DATABASE_URL.
unavailable-postgres_refused_connection = The database runs but refused the connection.
unavailable-too_busy = Too many people changed the same thing at once. Try again.
unavailable-router = The live router does not answer.
refused-settings_file_invalid = The file { $value } named by { $field } can’t be read as TOML: { $allowed }.
