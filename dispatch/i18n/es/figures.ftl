# Números tal como los escribe la gente, en todos los formularios.

page-fault-not_a_number = hace falta un número escrito con cifras, con una coma o un punto como mucho. Permitido: { $allowed }
page-fault-not_whole = hace falta un número sin decimales. Permitido: { $allowed }
page-fault-two_readings = se puede leer { $one } o { $other }: escríbalo sin el punto ni la coma de los miles. Permitido: { $allowed }
degrees-needed = Hace falta un número en grados, por ejemplo 41,6170
