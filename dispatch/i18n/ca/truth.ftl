# Com de vella és la veritat

cli-watch-old = { $at }  DADES NO ACTUALITZADES: el servidor no llegeix la base de dades des de les { $since }. Si és urgent, truqueu.
cli-watch-true-again = { $at }  Les dades tornen a estar al dia.

## Dos gestors, una unitat

refused-version_needed = Indiqueu quina versió del trasllat heu vist (If-Match): qui decideix no pot treure res a ningú sense saber com està.
refused-version_unknown = Ningú no ha vist encara aquesta versió del trasllat (l’última és { $allowed }). Torneu-lo a mirar i decidiu pel que s’hi veu.
refused-unit_taken_meanwhile = Mentrestant { $unit } ha anat a { $number }. Si la hi voleu treure, digueu-ho expressament.
takes-from = Treu la unitat a { $number }
conflict-takes = Treu { $unit } a { $number } i assigna-la aquí

## Quan el món falla: què fa qui té un malalt

todo-unavailable = Ara mateix el servei no respon. Torna enrere i envia-ho un altre cop: no es farà dues vegades. Si és urgent, truca a la central.
todo-saturated = Ara mateix hi ha massa gent alhora i això no s’ha fet. Torna-ho a provar d’aquí a uns segons. Si és urgent, truca a la central.
todo-database_full = El servei no pot desar res i això no s’ha fet. No ho tornis a provar: truca a la central i treballa per telèfon.
todo-database_read_only = El servei no pot desar res ara mateix i això no s’ha fet. Truca a la central i treballa per telèfon.
todo-database_disk = El disc del servei no va bé i això no s’ha fet. Truca a la central i treballa per telèfon.
todo-clock_wrong = El rellotge del servei va malament i no es desa res fins que estigui bé. Això no s’ha fet: truca a la central i treballa per telèfon.
todo-too_busy = Massa gent ha canviat el mateix alhora i això no s’ha fet. Mira com està i torna-ho a provar. Si és urgent, truca a la central.

## Què fa la central mateixa

desk-todo-unavailable = El servei no respon ara. Torna-ho a provar: no es farà dues vegades. Si és urgent, fes-ho per telèfon i apunta-ho al full imprès.
desk-todo-saturated = Hi ha massa gent alhora i això no s’ha fet. Torna-ho a provar d’aquí a uns segons; si és urgent, fes-ho per telèfon.
desk-todo-database_full = El servei no pot desar res i això no s’ha fet. No ho tornis a provar: treballa per telèfon i amb el full imprès, i avisa els tècnics.
desk-todo-database_read_only = El servei no pot desar res i això no s’ha fet. No ho tornis a provar: treballa per telèfon i amb el full imprès, i avisa els tècnics.
desk-todo-database_disk = El servei no pot desar res i això no s’ha fet. No ho tornis a provar: treballa per telèfon i amb el full imprès, i avisa els tècnics.
desk-todo-clock_wrong = El rellotge del servei va malament i això no s’ha fet. Treballa per telèfon i amb el full imprès, i avisa els tècnics.
desk-todo-too_busy = Massa gent ha canviat el mateix alhora i això no s’ha fet. Mira com està i torna-ho a provar.
desk-todo-defect = Hi ha hagut un error del programa, ja ha quedat anotat, i no s’ha desat res a mitges. Torna-ho a provar un cop; si continua, fes-ho per telèfon i avisa els tècnics.

unavailable-saturated = El servidor està saturat: totes les connexions amb la base de dades estan ocupades. Mireu la càrrega i max_connections de PostgreSQL; la base de dades funciona.
unavailable-database_full = La base de dades no pot escriure: el seu disc és ple. Feu-hi lloc.
unavailable-database_read_only = La base de dades només admet lectures: ja no és la principal. Comproveu CSI_DATABASE_URL i la rèplica.
unavailable-database_disk = La base de dades no pot fer servir el seu disc: només admet lectures o està espatllat. Mireu el registre de PostgreSQL i el disc, i porteu les dades a un altre.
unavailable-defect = El programa ha trobat un error propi a «{ $room }». La resta continua; el registre diu on és. Comuniqueu-lo.
unavailable-no_plan = La ronda de l’optimitzador s’ha refusat ({ $code }): no es proposa cap unitat a ningú. La resta segueix.
unavailable-clock_wrong = El rellotge d’aquesta màquina difereix { $seconds } s del de la base de dades. Poseu-los en hora (NTP); fins llavors no es registra res.
