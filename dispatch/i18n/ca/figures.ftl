# Nombres tal com els escriu la gent, en tots els formularis.

page-fault-not_a_number = cal un nombre escrit amb xifres, amb una coma o un punt com a molt. Permès: { $allowed }
page-fault-not_whole = cal un nombre sense decimals. Permès: { $allowed }
page-fault-two_readings = es pot llegir { $one } o { $other }: escriviu-ho sense el punt ni la coma dels milers. Permès: { $allowed }
degrees-needed = Cal un nombre en graus, per exemple 41,6170
page-fault-time = cal una hora, per exemple 14:05
page-fault-day = aquesta hora avui encara no ha arribat, o fa gairebé un dia. Si va ser el { $day } a les { $time }, confirmeu-ho; si no, corregiu l’hora
page-confirm = Sí, és correcte
told-day-asked = Aquesta hora avui encara no ha arribat, o fa gairebé un dia. Si va ser el { $when }, confirmeu-ho; si no, corregiu l’hora.
told-never-was = Aquesta hora no existeix: el rellotge la salta.
told-confirm = Sí, va ser el { $when }
refused-time_in_future = Aquesta hora encara no ha arribat. Permès: { $allowed }.
