## Lo que sale de otra manera

step-crew_took_over = la dotación se ha hecho cargo
event-transfer-step-taken-back = Paso deshecho: { $step } ({ $reason })
refused-no_step_to_take_back = No hay ningún paso que deshacer.
refused-step_not_last = Ese paso ya no es el último. Solo se puede deshacer: { $allowed }.
refused-unit_moved_on = { $unit } ya no espera con el paciente: este paso no se puede deshacer.
take-back-step = Deshacer el último paso: { $step }
reason-wrong-button = botón equivocado
reason-told-too-early = se informó demasiado pronto
page-step-back = Me he equivocado de botón
page-step-back-hint = El último paso fue «{ $step }». Deshágalo si no es cierto: los relojes vuelven a como estaban y queda anotado.
page-label-step-back-reason = Por qué
page-step-back-send = Deshacer el paso
page-fault-step-back = Escriba por qué se deshace el paso.
page-done-step-back = Paso deshecho.
event-transfer-agreement-withdrawn = { $hospital } retira el acuerdo: { $reason }
event-transfer-agreement-disputed = El intensivista niega el acuerdo telefónico de { $hospital }: { $reason }
refused-no_receiver = { $number } no tiene hospital receptor: el que había aceptado lo ha retirado. No salgan hasta que otro acepte.
refused-nothing_to_withdraw = No hay ningún acuerdo que retirar.
refused-already_disputed = Ya ha negado este acuerdo.
refused-hospital_agreed = Este hospital ya ha aceptado.

## Salidas del plan

stage-died = fallecido
stage-taken_back = devuelto al emisor
stage-lost = sin noticias
milestone-died_at = Fallecimiento
milestone-taken_back_at = De nuevo con el equipo emisor
milestone-lost_at = Sin noticias
outcome-lost = se ha perdido el rastro
page-awaited-died = nada más: el paciente ha fallecido
page-awaited-taken_back = nada más: el paciente vuelve a estar en el hospital emisor
page-awaited-lost = nada más: no se sabe dónde está el paciente
course-worse = empeora
course-better = mejora
why-said = «{ $said }»
why-not_confirmed = { $person } no lo ha confirmado
event-transfer-died = El paciente ha fallecido
event-transfer-lost = No se sabe dónde está el paciente: { $reason }
event-transfer-taken-back = El equipo emisor vuelve a tener al paciente
event-transfer-driven-elsewhere = La dotación va hacia { $hospital }: { $reason }
event-transfer-course-reported = El paciente { $course } durante el traslado
event-transfer-request-withdrawn = El emisor ya no quiere el traslado: { $reason }
event-transfer-receiver-unreachable = { $hospital } no responde: { $reason }
event-transfer-receiver-closed = { $hospital } cierra la unidad: { $reason }
refused-already_there = El paciente ya está donde se le lleva.
refused-driving_there_already = La dotación ya va hacia ese hospital.
refused-patient_not_on_the_road = El paciente no está de camino.
refused-patient_not_with_crew = El paciente no está con la dotación: el cambio de estado lo escriben los médicos.
refused-not_your_patient = Ahora responde del paciente otra parte.
decision-receiver_withdrew = El hospital receptor ha retirado el acuerdo
decision-do-receiver_withdrew = Busque otro hospital; el reloj del primer acuerdo continúa. La unidad sigue asignada hasta que alguien la quite.
decision-receiver_closed = El hospital receptor ha cerrado la unidad
decision-do-receiver_closed = Llame: que confirme que lo recibe (mantiene la cama) o que retire el acuerdo.
decision-receiver_unreachable = El hospital receptor no responde
decision-do-receiver_unreachable = Llame al segundo intensivista o al jefe de guardia, o pídalo a otro hospital.
decision-agreement_disputed = El intensivista niega el acuerdo telefónico
decision-do-agreement_disputed = Hable con él, mejor antes de que salga el paciente: que lo confirme, que lo retire o que se busque otro hospital. Si ya está de camino, avise a la dotación.
decision-agreement_unconfirmed = El acuerdo telefónico aún no está confirmado
decision-do-agreement_unconfirmed = La unidad ya está con el paciente. Pida al intensivista que lo confirme antes de salir, o antes de llegar si ya está de camino.
decision-patient_worse = El paciente empeora de camino
decision-do-patient_worse = Hable con la dotación: continuar, un hospital más cercano o apoyo de otra unidad. Avise al receptor.
decision-crew_diverts = La dotación va a un hospital que no ha aceptado
decision-do-crew_diverts = Avise a los dos hospitales y pida el acuerdo al nuevo. La cama del primero sigue reservada.
decision-request_withdrawn = El emisor ya no quiere el traslado y el paciente está de camino
decision-do-request_withdrawn = Decida con los dos médicos si la dotación vuelve o continúa.

## Salidas del plan: consola

reason-rang = no contesta al teléfono
reason-no-contact = sin contacto por radio ni teléfono
way-withdrawal = El hospital receptor retira el acuerdo
way-told-by = Quién lo ha dicho
way-course = Cambio del paciente con la dotación
way-note = Qué ven
way-elsewhere = La dotación va a otro hospital
way-unreachable = El hospital receptor no responde
way-request-withdrawal = El emisor ya no quiere el traslado
way-death = El paciente ha fallecido
way-lost = No se sabe dónde está el paciente
way-diverted = Va hacia { $hospital } ({ $time }): { $reason }
way-course-is = El paciente { $course } ({ $time }) { $note }
way-ask-another = Pedirlo también a otro hospital
page-elsewhere-back = volvemos al emisor
page-death-sure = Confirmo que el paciente ha fallecido. El traslado se cierra.
