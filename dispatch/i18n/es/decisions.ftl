## Decisiones que se piden a las personas

decisions = Hay que decidir
decisions-count = { $count ->
    [one] Hay que decidir
   *[other] Hay que decidir ({ $count })
}
decision-since = desde { $time }
decision-settle = Ciérrala con un motivo
decision-settle-hint = La causa sigue: quien la cierra responde de ello y el motivo queda escrito.
decision-settlers = Puede cerrarla con un motivo: { $roles }.
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
event-transfer-question-withdrawn = Ya no se pide a { $hospital }: no tiene lo que ahora hace falta
refused-needs_exceed_hospital = { $hospital } no tiene lo que el paciente necesita ahora. Pídelo a otro hospital de la lista.
decision-question_withdrawn = Se ha retirado la consulta: el hospital no tiene lo que ahora hace falta
decision-do-question_withdrawn = Pídelo a otro hospital de la lista, hecha de nuevo con lo que el paciente necesita ahora.
decision-no_hospital_has_all = Ningún hospital tiene todo lo que hace falta
decision-do-no_hospital_has_all = Pídelo, con un motivo, a uno de los hospitales que más se acercan (lo que le falta figura junto a cada uno), o cambia lo que se pide si el paciente puede ir por pasos.
why-treatment_limits = hay limitación del tratamiento de soporte vital
why-end_of_life = el paciente está al final de la vida
why-no_infection = no hay infección
refused-end_of_life = Al final de la vida no se activa el código. La atención básica continúa.
refused-no_infection = Sin infección no se activa el código. Si hay que trasladar al paciente por otro motivo, pídelo a la central por teléfono.
decision-limits_recorded = Se ha registrado un límite al soporte vital: hay que decidir si el traslado sigue
decision-do-limits_recorded = Hablad con el médico o la médica responsable: o se anula el traslado, o un médico escribe por qué sigue. La atención básica continúa.
decision-no_infection = Se ha registrado que no hay infección: hay que decidir si el traslado sigue
decision-do-no_infection = Hablad con el médico o la médica responsable: o se anula el traslado, o un médico escribe por qué sigue.
decision-go-cancel = Anular el traslado
decision-despite = Por qué sigue igualmente, aunque esto aún está por decidir
decision-despite-yes = Por qué sí igualmente, aunque lo registrado dice lo contrario
event-despite = Igualmente, porque: { $reason }
refused-agreement_denied = El médico o médica que consta niega haber dado el acuerdo para este paciente. Diga por qué la unidad va igualmente, o consulte a otro hospital.
refused-still_to_be_decided = De este paciente constan límites de tratamiento, final de la vida o que no hay infección, y aún nadie ha decidido si el traslado sigue. Diga por qué sigue igualmente, o párelo.
decision-own-act = Tiene que decidirlo otra persona: usted anotó aquello de lo que se trata.
refused-decision_own_act = Usted anotó aquello de lo que trata esta decisión. Tiene que tomarla otro gestor o el médico coordinador.
refused-question_was_withdrawn = La pregunta se retiró a las { $at }, porque a su hospital le falta lo que el paciente necesita ahora. No se espera nada de ustedes.
