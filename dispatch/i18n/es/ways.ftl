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
