### Qué ha sido de los acuerdos dados por teléfono

phones-hint = Lista de trabajo de la coordinación: los números pequeños se muestran tal como son. No dice quién es ningún paciente. Cuenta cada acuerdo escrito en nombre de un médico, por el día en que se dio; si el médico habla más de una vez, vale la última palabra.
phones-from = Desde el día
phones-to = Hasta el día (incluido)
phones-count = Cuenta
phones-total = Dados del { $begins } al { $ends }: { $total }
phones-none = Ningún acuerdo por teléfono en estos días.
phones-hospitals = Por hospital receptor
phones-list = Uno por uno, el último primero
phones-word-confirmed_before = confirmado antes de la salida
phones-word-confirmed_later = confirmado después de la salida o del final
phones-word-disputed = negado antes de la salida
phones-word-protested = negado después de la salida o del final
phones-word-never = nunca confirmado, y ya cerrado
phones-word-open = aún sin confirmar, y abierto
phones-line = Dado: { $time }. Lo ha escrito { $recorder } ({ $role }) en nombre de { $person }.
phones-late = Introducido del papel: { $time }.
