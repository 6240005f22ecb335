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
beds-close-now = Cerrar
beds-open-now = Volver a abrir
beds-closure-hours = Durante cuántas horas
hold-until = cama reservada hasta las { $time }
hold-none = ninguna cama reservada: la reserva ha caducado
keep-bed = Mantener la cama
override-closed = Cerrado o lleno, pero es el centro que toca
