## Decisions que es demanen a les persones

decisions = Cal decidir
decisions-count = { $count ->
    [one] Cal decidir
   *[other] Cal decidir ({ $count })
}
decision-since = des de { $time }
decision-settle = Tanca-la amb un motiu
decision-settle-hint = La causa continua: qui la tanca en respon i el motiu queda escrit.
decision-settled = Decidit: { $decision } · { $reason } ({ $person }, { $time })
decision-go-hospitals = Mira els hospitals
reason-they-can = l’hospital diu que ho pot fer
reason-no-better = cap altre hospital no el pot tractar abans
alert-decision = Cal una decisió
event-transfer-decision-settled = Decidit: { $decision } · { $reason }
refused-decision_not_open = Aquesta decisió ja no és oberta, o els fets han canviat. Mira com està ara.
refused-decision_of_others = Aquesta decisió l’ha de prendre una altra persona ({ $allowed }).

decision-needs_exceed_hospital = El pacient necessita més del que té l’hospital receptor
decision-do-needs_exceed_hospital = Tria un altre hospital de la llista; el rellotge del primer acord continua.
event-transfer-question-withdrawn = Ja no es demana a { $hospital }: no té el que ara cal
refused-needs_exceed_hospital = { $hospital } no té el que ara necessita el pacient. Demana-ho a un altre hospital de la llista.
decision-question_withdrawn = S’ha retirat la consulta: l’hospital no té el que ara cal
decision-do-question_withdrawn = Demana-ho a un altre hospital de la llista, feta de nou amb el que ara necessita el pacient.
