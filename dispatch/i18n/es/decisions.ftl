## Decisiones que se piden a las personas

decisions = Hay que decidir
decisions-count = { $count ->
    [one] Hay que decidir
   *[other] Hay que decidir ({ $count })
}
decision-since = desde { $time }
decision-settle = Ciérrala con un motivo
decision-settle-hint = La causa sigue: quien la cierra responde de ello y el motivo queda escrito.
decision-settled = Decidido: { $decision } · { $reason } ({ $person }, { $time })
decision-go-hospitals = Ver los hospitales
reason-they-can = el hospital dice que puede hacerlo
reason-no-better = ningún otro hospital puede tratarlo antes
alert-decision = Hace falta una decisión
event-transfer-decision-settled = Decidido: { $decision } · { $reason }
refused-decision_not_open = Esta decisión ya no está abierta, o los hechos han cambiado. Mira cómo está ahora.
refused-decision_of_others = Esta decisión debe tomarla otra persona ({ $allowed }).

decision-needs_exceed_hospital = El paciente necesita más de lo que tiene el hospital receptor
decision-do-needs_exceed_hospital = Elige otro hospital de la lista; el reloj del primer acuerdo sigue.
