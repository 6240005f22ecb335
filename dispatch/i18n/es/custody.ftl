## Camas: noticias, cierres, reservas

page-beds-old = camas libres: no se sabe (último informe { $ago })
page-closed-until = Cerrado hasta las { $time }: { $reason } ({ $person })
page-overridden = { $count ->
    [one] pedido igualmente { $count } vez
   *[other] pedido igualmente { $count } veces
}
page-close-beds = Cerrar la admisión
page-close-hint = Sale como aviso con el motivo y su nombre, y acaba solo. Si hace falta, pueden pedirle cama igualmente escribiendo por qué.
page-label-closure-reason = Motivo del cierre
page-label-closure-hours = Durante cuántas horas
page-closure-hours = { $hours } h
page-send-closure = Cerrar
page-open-beds = Volver a abrir la admisión
page-fault-closure-reason = Escriba el motivo del cierre
page-done-closed = Admisión cerrada.
page-done-opened = Admisión abierta.
page-done-kept = La cama sigue reservada.
page-ask-despite = Pedir igualmente
page-label-override-despite = Por qué este, aunque esté cerrado o lleno
page-asked-although = Se lo piden a pesar de: { $despite }. Motivo: { $reason }
despite-closed = admisión cerrada
despite-full = ninguna cama libre
page-hold = Cama reservada
page-hold-until = Reservada hasta las { $time } si ninguna unidad ha llegado antes al paciente.
page-hold-arrival = Reservada hasta que llegue el paciente.
page-hold-none = La reserva ha caducado: ahora no hay ninguna cama reservada para este paciente.
page-keep-bed = Mantener la cama
refused-closure_end = Diga hasta cuándo: dentro de las próximas { $most_h } horas.
refused-closed_or_full = { $despite ->
    [closed] Este hospital tiene la admisión cerrada: escriba por qué se lo pide igualmente.
    [full] Este hospital no tiene ninguna cama libre: escriba por qué se lo pide igualmente.
   *[other] Este hospital tiene la admisión cerrada y ninguna cama libre: escriba por qué se lo pide igualmente.
}
refused-not_closed = La admisión no está cerrada.
refused-closure_changed = { $person } ha puesto otro cierre ({ $closed_at }): { $reason }, hasta { $ends_at }. No es el que ha visto: mírelo y vuelva a decidir.
event-transfer-bed-hold-expired = La reserva de la cama ha caducado
event-transfer-bed-kept = La cama sigue reservada
event-capacity-closed = { $hospital } cierra la admisión: { $reason }
event-capacity-opened = { $hospital } vuelve a abrir la admisión
event-capacity-overridden = { $hospital }: pedido igualmente ({ $despite }): { $reason }
event-capacity-bed-taken = Cama ocupada en { $hospital } sin reserva
beds-closed-until = cerrado hasta las { $time }
beds-closed-why = { $reason } ({ $person })
beds-overridden = { $count ->
    [one] pedido igualmente { $count } vez
   *[other] pedido igualmente { $count } veces
}
beds-last = último: { $free } de { $total }
beds-source-hospital = el hospital
beds-source-telephone = por teléfono
beds-closing = Admisión
beds-close-now = Cerrar la admisión
beds-open-now = Volver a abrir
beds-closure-hours = Durante cuántas horas
hold-until = cama reservada hasta las { $time }
hold-none = ninguna cama reservada: la reserva ha caducado
keep-bed = Mantener la cama
override-closed = Cerrado o lleno, pero es el centro que toca

## Traspaso, evolución y retorno

page-crew-takes-over = Nos hacemos cargo del paciente
page-sender-releases = He entregado el paciente a la dotación
page-receiver-confirms = Confirmo que nos hemos hecho cargo
page-done-part = Anotado.
page-done-outcome = Evolución anotada.
page-done-return = Retorno pedido.
page-outcome = Evolución
page-outcome-tell = Anotar la evolución
page-outcome-send = Guardar la evolución
outcome-ward = en planta de este hospital
outcome-home = en casa
outcome-elsewhere = en otro hospital
outcome-died = muerte
outcome-returned = ha vuelto al hospital de origen
page-return-ask = Pedir el retorno
page-return-hint = Se pide a { $hospital }. Es un traslado aparte, que no hace esperar a nadie: solo van unidades que no hacen falta para ningún otro paciente.
page-return-send = Pedir el retorno
page-return-follow = Seguir el retorno
page-return-mark = Retorno desde { $hospital }
page-return-first = el traslado de ida
page-returning = Pacientes que vuelven
page-going = Retornos pedidos
page-followed = Pacientes recibidos
page-followed-away = Pacientes trasladados
missing-sender_released = Falta que el emisor confirme la entrega
missing-receiver_took_over = Falta que el receptor confirme que se ha hecho cargo
milestone-sender_released_at = Entregado por el emisor
milestone-crew_took_over_at = La dotación se hace cargo
milestone-receiver_confirmed_at = Confirmado por el receptor
milestone-resolved_at = Evolución
part-sender_released = el emisor ha entregado al paciente
part-crew_took_over = la dotación se ha hecho cargo
part-receiver_took_over = el receptor se ha hecho cargo
event-transfer-part-confirmed = Confirmado: { $part }
event-transfer-resolved = Evolución: { $outcome }
event-transfer-return-requested = Retorno pedido
event-transfer-return-dropped = Retorno anulado
priority-return = Retorno
priority-short-return = Retorno
priority-words-return = Retorno: cuando ningún otro paciente necesita la unidad
rule-return = Retorno al hospital de origen: va después de todos
rule-source-return = propuesta: el código va antes
why-home_hospital = hospital de donde vino el paciente
why-return_waits = espera: hay pacientes del código sin unidad
refused-not_your_part = Esta parte del traspaso la confirma el otro lado.
refused-already_confirmed = Esta parte del traspaso ya está confirmada.
refused-outcome_by_return = Que ha vuelto lo dice el propio retorno al llegar.
refused-return_not_possible = No hay ningún paciente recibido para retornar (etapa: { $stage }).
refused-return_already_requested = El retorno de { $number } ya se ha pedido.
refused-return_keeps_priority = { $number } es un retorno y no cambia de prioridad: si el paciente empeora, anúlelo y vuelva a pedir el código.
refused-only_returns_wait = Solo un retorno puede tener esta prioridad.
refused-not_a_return = { $number } no es un retorno: responde el intensivista.
refused-no_bed_needed = Este retorno no necesita cama de UCI.
refused-bundle_of_return = { $number } es un retorno: el paquete de sepsis es del traslado de ida.
responsible-now = Responsable ahora
side-referring = el emisor
side-crew = la dotación
side-receiving = el receptor
record-part = Anotar el traspaso
part-told = Confirmar
return-mark = Retorno
question-no_higher_level = ya no necesita este nivel
question-stable_for_return = bastante estable para el viaje
question-place_ready = cama y equipo a punto
question-plan_shared = plan de tratamiento compartido
