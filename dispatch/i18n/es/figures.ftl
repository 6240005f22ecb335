# Números tal como los escribe la gente, en todos los formularios.

page-fault-not_a_number = hace falta un número escrito con cifras, con una coma o un punto como mucho. Permitido: { $allowed }
page-fault-not_whole = hace falta un número sin decimales. Permitido: { $allowed }
page-fault-two_readings = se puede leer { $one } o { $other }: escríbalo sin el punto ni la coma de los miles. Permitido: { $allowed }
degrees-needed = Hace falta un número en grados, por ejemplo 41,6170
page-fault-time = hace falta una hora, por ejemplo 14:05
page-fault-day = esta hora hoy aún no ha llegado, o hace casi un día. Si fue el { $day } a las { $time }, confírmelo; si no, corrija la hora
page-confirm = Sí, es correcto
told-day-asked = Esta hora hoy aún no ha llegado, o hace casi un día. Si fue el { $when }, confírmelo; si no, corrija la hora.
told-never-was = Esta hora no existe: el reloj la salta.
told-confirm = Sí, fue el { $when }
refused-time_in_future = Esta hora aún no ha llegado. Permitido: { $allowed }.
