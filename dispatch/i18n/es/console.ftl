### Consola de la sala de coordinación.

board = Sala
skip-to-queue = Ir a la cola de traslados
language-switch = Idioma
server-time = Hora del servidor
close = Cerrar
loading = Cargando…
try-again = Volver a intentar
load-failed = No se ha podido cargar.
reason = Motivo
reason-hint = Escribe o elige un motivo
sending = Enviando…
done-at = hecho a las { $time }

## Entrada
sign-in = Entrar
signing-in = Entrando…
sign-out = Salir
sign-in-wrong = El nombre de usuario o la contraseña no son correctos.
session-over = La sesión se ha acabado: se cerró en otra ventana, ha caducado, o han cambiado la contraseña o la cuenta. Vuelve a entrar: el tablero continúa, y lo que estabas escribiendo no se ha perdido.
username = Nombre de usuario
password = Contraseña

## Cabecera y conexión
units = Unidades
unit-state-free = libre
unit-state-en-route = en ruta
unit-state-busy = ocupada
unit-state-off = fuera de servicio
unit-state-unknown = no se sabe
unit-states-free = libres
unit-states-en-route = en ruta
unit-states-busy = ocupadas
unit-states-off = fuera de servicio
unit-states-unknown = sin datos
icu = UCI
icu-free = libres
icu-unknown = { $count ->
    [0] Camas de UCI de adultos libres y totales
    [one] Camas de UCI de adultos libres y totales; faltan los datos de { $count } hospital
   *[other] Camas de UCI de adultos libres y totales; faltan los datos de { $count } hospitales
}
admin-elsewhere = Con esta cuenta se administran las cuentas: no ve ningún traslado, y esta pantalla no es para ella.
admin-go = Ir a las cuentas
link-live = En directo
link-connecting = Conectando…
link-stale = Sin datos nuevos
stale-title = DATOS NO ACTUALIZADOS
stale-age = { $seconds ->
    [one] último dato hace { $seconds } segundo
   *[other] último dato hace { $seconds } segundos
}
stale-advice = si es urgente, asigna por teléfono
unstored-title = NO SE PUEDE GUARDAR NADA
unstored-advice = trabaja con la hoja impresa y el teléfono
unproposed-title = NO SE CALCULAN PROPUESTAS
unproposed-advice = asigna a mano
unwatched-title = HAY COSAS QUE EL PROGRAMA NO VIGILA
unwatched-advice = vigílalo tú y avisa a los técnicos
undone-since = desde las { $time }
undone-others = ni se vigilan: { $parts }
unwatched-escalation = solicitudes sin respuesta
unwatched-bundle = pasos tardíos
unwatched-holds = camas reservadas
unwatched-grounds = decisiones abiertas
unwatched-pre-alerts = prealertas no vistas
blocked-stale = Datos no actualizados: no se puede enviar ninguna orden hasta que vuelvan a llegar.
blocked-role = Solo lectura: ordenan los gestores de recursos y los médicos coordinadores.

## Avisos
alert-new-p0 = Nueva prioridad 0
alert-raised = Sube a prioridad 0
alert-rejected = El hospital no acepta
alert-released = Se ha quedado sin unidad
alert-died = El paciente ha muerto
alert-lost = Sin noticias del paciente de camino
alert-cancelled = El emisor lo ha anulado, con unidad
alert-gone = Se ha cerrado mientras no había conexión
alert-open = Abrir
alert-acknowledge = Recibido
alerts-more = { $count ->
    [one] y { $count } aviso más: mostrarlo
   *[other] y { $count } avisos más: mostrarlos
}
alerts-fewer = solo los tres primeros

## Cola
queue = Cola de traslados
filters = Filtros
filter-todo = Por hacer
filter-asked = Consultados
filter-accepted = Aceptados
filter-assigned = Asignados
filter-outbound = Hacia el paciente
filter-transit = En traslado
filter-all = Todos
search-short = Buscar
search = Busca número, hospital, unidad
search-found = { $count ->
    [one] 1 encontrado: ↵ lo abre
   *[other] { $count } encontrados
}
clear-filter = Quitar el filtro
queue-empty = Ningún traslado abierto · comprobado a las { $time }
queue-filtered-empty = Ningún resultado con este filtro.
rows-arrived = { $count ->
    [one] { $count } nuevo al final
   *[other] { $count } nuevos al final
}
changes-pending = { $count ->
    [one] { $count } cambio espera: actualizar el orden
   *[other] { $count } cambios esperan: actualizar el orden
}
column-priority = Prior.
column-number = Número
column-clock = Reloj
column-route = Ruta
column-stage = Etapa
column-unit = Unidad
column-margin = Margen
column-age = Hace
column-who = Quién
column-state = Estado
column-place = Lugar
column-position = Posición
column-hospital = Hospital
column-level = Nivel
column-free = Libres
column-reported = Dato de hace
needs-action = por hacer
row-gone = ya no está en la cola
row-new = nuevo: aún fuera de orden
nobody-yet = ningún hospital todavía
route-to = hacia
route-onward = sigue hacia { $hospital }
route-agreed = acordado: { $hospital }
route-asked = consultado: { $hospital }
no-answer-yet = sin respuesta
declined-count = { $count ->
    [one] { $count } hospital ha dicho que no
   *[other] { $count } hospitales han dicho que no
}
clock-up = tiempo desde el acuerdo o la solicitud
clock-down = tiempo hasta el final de la ventana
clock-stopped = tiempo cuando la unidad llegó al paciente
margin-meaning = Final de la ventana menos llegada prevista al paciente
margin-guess = Todavía no hay unidad: tiempo que queda de ventana
margin-no-unit = sin unidad
standing-ok = bien
standing-risk = justo
standing-late = tarde
standing-none = sin plazo
standing-asked = decidir

## Mapa, unidades y camas
side-panel = Mapa y listas
side-map = Mapa
side-units = Unidades
side-beds = Camas
side-failed = No se ha podido cargar este panel. El resto funciona.
map-label = Mapa de Cataluña: hospitales, traslados y unidades. Todo lo que muestra está también en las listas.
map-fit = Todo
map-fit-words = Mostrar todo el territorio
map-fit-selection = Traslado
map-fit-selection-words = Mostrar el traslado abierto
map-zoom-in = Acercar
map-zoom-out = Alejar
map-legend = Leyenda
filter-units = Filtrar: SVA libre Mataró
no-units = Ninguna unidad con este filtro.
no-beds = Ningún hospital ha informado de camas.
beds = Camas
beds-held = { $count ->
    [one] { $count } reservada
   *[other] { $count } reservadas
}
beds-closed = cerrado
beds-by-phone = Dato recibido por teléfono. Sustituye al anterior.
beds-total = Camas dotadas
beds-used = Ocupadas
beds-meanwhile = Mientras tanto ha llegado otro dato: { $free } de { $total } libres. El tuyo lo sustituirá.
number-needed = Hace falta un número entero.
time-needed = Escribe la hora así: 14:30.
unit-set = Pasa a
set-station = En servicio, en la base
set-other_mission = En otro servicio
set-out_of_service = Fuera de servicio
unit-until = Libre a las
unit-until-hint = Vacía si no se sabe
unit-serves = Ahora hace un traslado: su estado lo marca el traslado.
now = Ahora
until = hasta { $time }
fix-unknown = desconocida (hace { $age })
provisional-word = provisional

## Detalle
detail = Traslado
detail-closed = Este traslado ya no está en el tablero: se ha cerrado o ya no te corresponde.
bedside = cama { $place }
was-raised = la prioridad ha subido
patient = Paciente
needs = Necesita
needs-none = ningún soporte especial
clinical-hidden = Los datos clínicos solo los ven los médicos que intervienen y la dotación.
condition = Estado
condition-hidden = El estado del paciente lo cambian los médicos o la dotación.
conflict-title = No se ha hecho: la situación ha cambiado
conflict-keep = Déjalo como está
conflict-again = Inténtalo de nuevo
conflict-unit = Asigna otra unidad
conflict-hospital = Consulta otro hospital
changed-by = { $who }, hace { $age }
armed-changed = No se ha hecho nada: lo que ibas a confirmar ha cambiado
armed-was = Decía «{ $words }».
armed-now = Ahora dice «{ $words }».
armed-gone = Ahora ya no se puede confirmar.
armed-read = Entendido
armed-read-form = Lo he leído: sigue
hospital-proposals = Hospital receptor
own-hospital-suffices = El hospital emisor ya tiene el nivel necesario.
no-candidates = Ningún hospital propuesto. Hay que decidirlo por teléfono.
ask-hospital = Consultar { $hospital }
ask-this = Consultar este
asked-now = Consultado: esperando la respuesta del intensivista
other-hospitals = { $count ->
    [one] { $count } hospital más
   *[other] { $count } hospitales más
}
why-not-others = { $count ->
    [one] Por qué no el otro
   *[other] Por qué no los otros { $count }
}
minutes-road = { $minutes } min por carretera
beds-free = { $beds ->
    [one] { $beds } cama libre
   *[other] { $beds } camas libres
}
beds-not-known = camas libres: no se sabe
has-declined = { $hospital } ha dicho que no: { $reason }
override-declined = Los propuestos antes han dicho que no
override-closer = Está más cerca de lo que parece
override-equipment = Tiene el equipamiento necesario
override-phone = Acordado por teléfono
override-crew = Lo pide la dotación
override-road = Carretera cortada o mal tiempo
override-capacity = La capacidad ha cambiado
unit-proposals = Unidad
unit-of-transfer = Unidad del traslado
no-proposal-yet = El optimizador todavía no ha propuesto ninguna unidad.
nobody-can-go = Ahora mismo no puede ir ninguna unidad.
unit-diverted = Esto saca a { $unit } de su traslado:
unit-after = Propuesta después de { $number }: todavía no se puede confirmar.
confirm-unit = Asignar { $unit }
assign-this = Asignar esta
other-units = { $count ->
    [one] { $count } unidad más, y por qué no
   *[other] { $count } unidades más, y por qué no
}
not-proposed = no propuesta
bedside-in = con el paciente en { $minutes } min
arrival-in = receptor en { $minutes } min
bedside-short = paciente { $time }
bedside-short-overdue = paciente: pasan de las { $time }
bedside-at = con el paciente { $time }
bedside-at-overdue = con el paciente: previsto { $time }, no se ha dicho
arrival-at = receptor { $time }
arrival-at-overdue = receptor: previsto { $time }, no se ha dicho
margin-of = margen { $margin }
manual-unit = Otra unidad
choice-gone = Lo que habías elegido ya no está: elige de nuevo.
choose-unit = Elige o escribe…
proof-best = Demostrado: ningún otro plan es mejor
proof-quick = Respuesta rápida, sin demostrar: { $because }
proof-because-no_time = el optimizador no ha respondido a tiempo
proof-because-starting = el optimizador aún está arrancando
proof-because-failed = el optimizador ha fallado
proof-because-unknown = sin el optimizador
proof-nobody = No demostrado: { $far }
proof-p0 = El mejor demostrado para prioridad 0; { $far }
proof-patients = El mejor demostrado para los pacientes; { $far }
far-unserved_p0 = quizá hay unidad para { $gap } P0 más
far-max_p0_response = la P0 más lenta, como mucho a { $gap } min del mejor
far-sum_p0_response = las P0 juntas, como mucho a { $gap } min del mejor
far-unserved_3h = quizá hay unidad para { $gap } más
far-broken_windows = quizá { $gap } más llegarían a tiempo
far-total_lateness = el retraso total, como mucho a { $gap } min del mejor
far-cost = coste como mucho un { $percent } % por encima del mejor
far-unknown = no se sabe cuán lejos está el mejor
proof-level = { $level }: { $value }, demostrado
proof-level-open = { $level }: { $value }, sin demostrar; el mejor no baja de { $bound }
proved-unserved_p0 = P0 sin unidad
proved-max_p0_response = respuesta P0 más larga
proved-sum_p0_response = respuesta P0 total
proved-unserved_3h = 3 h sin unidad
proved-broken_windows = ventanas perdidas
proved-total_lateness = retraso total
proved-cost = coste
travel-source-osrm = minutos de OSRM
travel-source-valhalla = minutos de Valhalla
travel-source-matrix = minutos de las carreteras incorporadas
travel-source-straight_line = minutos en parte en línea recta
computed-in = calculado en { $seconds } s
computed-ago = hace { $age }
proposal-old = propuesta antigua
checklist = Lista de verificación
checklist-open = Esperando las cuatro respuestas de { $hospital }.
checklist-agreed = Acuerdo 4 de 4: { $person }, { $hospital }, { $time }
checklist-version = Versión { $version }
actions = Acciones
record-progress = Registrar un paso de la dotación
record = Registrar
step = Paso
occurred-at = Hora (vacía: ahora)
occurred-at-paper = Hora del paso que dice el papel
change-condition = Cambiar el estado del paciente
raise-priority = Subir a prioridad 0
lower-priority = Bajar a hasta 3 h
only-doctors-lower = La prioridad la baja el médico coordinador o el intensivista.
release-unit = Liberar la unidad
cancel-transfer = Anular el traslado
patient-on-board = El paciente ya viaja: el traslado no se puede anular, ni se le puede quitar la unidad.
transfer-closed = Este traslado está cerrado: ya no se puede anular, desviar ni cambiar su prioridad.
reason-worse = El paciente empeora
reason-better = El paciente mejora
reason-doctor = Lo pide el médico responsable
reason-breakdown = Avería o incidente de la unidad
reason-more-urgent = La unidad hace falta en un traslado más urgente
reason-mistake = Se ha hecho por error
reason-limits = Se limita el tratamiento de soporte vital
reason-other-way = El paciente va por otra vía
timeline = Línea de tiempo
recorded-at = registrado { $time }

## Teclas
key-legend = Teclas
keys-on = Teclas de una sola letra activas
key-next-todo = siguiente por hacer
key-previous-todo = anterior por hacer
key-down = fila siguiente
key-up = fila anterior
key-open = abrir
key-close = cerrar el detalle
key-accept = primera propuesta; Intro confirma
key-manual = otra unidad
key-search = buscar
key-apply-order = actualizar el orden de la cola
key-show-alerts = todos los avisos
key-acknowledge = he recibido el aviso
key-show-map = mapa
key-show-units = unidades
key-show-beds = camas
key-filter = filtros de la cola
