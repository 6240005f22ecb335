# Nombres tal com els escriu la gent, en tots els formularis.

page-fault-not_a_number = cal un nombre escrit amb xifres, amb una coma o un punt com a molt. Permès: { $allowed }
page-fault-not_whole = cal un nombre sense decimals. Permès: { $allowed }
page-fault-two_readings = es pot llegir { $one } o { $other }: escriviu-ho sense el punt ni la coma dels milers. Permès: { $allowed }
degrees-needed = Cal un nombre en graus, per exemple 41,6170
