# Cómo de vieja es la verdad

cli-watch-old = { $at }  DATOS NO ACTUALIZADOS: el servidor no lee la base de datos desde las { $since }. Si es urgente, llame por teléfono.
cli-watch-true-again = { $at }  Los datos vuelven a estar al día.

## Dos gestores, una unidad

refused-version_needed = Indique qué versión del traslado ha visto (If-Match): quien decide no puede quitar nada a nadie sin saber cómo está.
refused-version_unknown = Nadie ha visto todavía esa versión del traslado (la última es { $allowed }). Vuelva a mirarlo y decida por lo que muestra.
refused-unit_taken_meanwhile = Mientras tanto { $unit } ha ido a { $number }. Si quiere quitársela, dígalo expresamente.
takes-from = Quita la unidad a { $number }
conflict-takes = Quita { $unit } a { $number } y asígnala aquí

## Cuando el mundo falla: qué hace quien tiene un paciente

todo-unavailable = Ahora mismo el servicio no responde. Vuelve atrás y envíalo otra vez: no se hará dos veces. Si es urgente, llama a la central.
todo-saturated = Ahora mismo hay demasiada gente a la vez y esto no se ha hecho. Vuelve a probar dentro de unos segundos. Si es urgente, llama a la central.
todo-database_full = El servicio no puede guardar nada y esto no se ha hecho. No vuelvas a probar: llama a la central y trabaja por teléfono.
todo-database_read_only = El servicio no puede guardar nada ahora mismo y esto no se ha hecho. Llama a la central y trabaja por teléfono.
todo-database_disk = El disco del servicio no funciona y esto no se ha hecho. Llama a la central y trabaja por teléfono.
todo-clock_wrong = El reloj del servicio va mal y no se guarda nada hasta que esté bien. Esto no se ha hecho: llama a la central y trabaja por teléfono.
todo-too_busy = Demasiada gente ha cambiado lo mismo a la vez y esto no se ha hecho. Mira cómo está y vuelve a probar. Si es urgente, llama a la central.

## Qué hace la propia central

desk-todo-unavailable = El servicio no responde ahora. Vuelve a probarlo: no se hará dos veces. Si es urgente, hazlo por teléfono y apúntalo en la hoja impresa.
desk-todo-saturated = Hay demasiada gente a la vez y esto no se ha hecho. Vuelve a probarlo en unos segundos; si es urgente, hazlo por teléfono.
desk-todo-database_full = El servicio no puede guardar nada y esto no se ha hecho. No vuelvas a probarlo: trabaja por teléfono y con la hoja impresa, y avisa a los técnicos.
desk-todo-database_read_only = El servicio no puede guardar nada y esto no se ha hecho. No vuelvas a probarlo: trabaja por teléfono y con la hoja impresa, y avisa a los técnicos.
desk-todo-database_disk = El servicio no puede guardar nada y esto no se ha hecho. No vuelvas a probarlo: trabaja por teléfono y con la hoja impresa, y avisa a los técnicos.
desk-todo-clock_wrong = El reloj del servicio va mal y esto no se ha hecho. Trabaja por teléfono y con la hoja impresa, y avisa a los técnicos.
desk-todo-too_busy = Demasiada gente ha cambiado lo mismo a la vez y esto no se ha hecho. Mira cómo está y vuelve a probarlo.
desk-todo-defect = Ha habido un error del programa, ya ha quedado anotado, y no se ha guardado nada a medias. Vuelve a probarlo una vez; si continúa, hazlo por teléfono y avisa a los técnicos.

unavailable-saturated = El servidor está saturado: todas las conexiones con la base de datos están ocupadas. Mire la carga y max_connections de PostgreSQL; la base de datos funciona.
unavailable-database_full = La base de datos no puede escribir: su disco está lleno. Libere espacio.
unavailable-database_read_only = La base de datos solo admite lecturas: ya no es la principal. Compruebe CSI_DATABASE_URL y la réplica.
unavailable-database_disk = La base de datos no puede usar su disco: solo admite lecturas o está estropeado. Mire el registro de PostgreSQL y el disco, y lleve los datos a otro.
unavailable-defect = El programa ha encontrado un error propio en «{ $room }». El resto sigue; el registro dice dónde está. Comuníquelo.
unavailable-no_plan = La ronda del optimizador se ha rechazado ({ $code }): no se propone ninguna unidad a nadie. Lo demás sigue.
unavailable-clock_wrong = El reloj de esta máquina difiere { $seconds } s del de la base de datos. Póngalos en hora (NTP); hasta entonces no se registra nada.
