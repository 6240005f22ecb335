## Decisions que es demanen a les persones

decisions = Cal decidir
decisions-count = { $count ->
    [one] Cal decidir
   *[other] Cal decidir ({ $count })
}
decision-since = des de { $time }
decision-settle = Tanca-la amb un motiu
decision-settle-hint = La causa continua: qui la tanca en respon i el motiu queda escrit.
decision-settlers = La pot tancar amb un motiu: { $roles }.
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
decision-no_hospital_has_all = Cap hospital té tot el que cal
decision-do-no_hospital_has_all = Demana-ho, amb un motiu, a un dels hospitals que més s’hi acosten (el que li falta surt al costat de cadascun), o canvia el que es demana si el pacient pot anar per passos.
why-treatment_limits = hi ha limitació del tractament de suport vital
why-end_of_life = el pacient és al final de la vida
why-no_infection = no hi ha infecció
refused-end_of_life = Al final de la vida no s’activa el codi. L’atenció bàsica continua.
refused-no_infection = Sense infecció no s’activa el codi. Si el pacient s’ha de traslladar per un altre motiu, demana-ho a la central per telèfon.
decision-limits_recorded = S’ha registrat un límit al suport vital: cal decidir si el trasllat continua
decision-do-limits_recorded = Parleu amb el metge o la metgessa responsable: o s’anul·la el trasllat, o un metge escriu per què continua. L’atenció bàsica continua.
decision-no_infection = S’ha registrat que no hi ha infecció: cal decidir si el trasllat continua
decision-do-no_infection = Parleu amb el metge o la metgessa responsable: o s’anul·la el trasllat, o un metge escriu per què continua.
decision-go-cancel = Anul·la el trasllat
decision-despite = Per què continua igualment, tot i que això encara s’ha de decidir
decision-despite-yes = Per què sí igualment, tot i que el que hi ha registrat diu el contrari
event-despite = Igualment, perquè: { $reason }
refused-agreement_denied = El metge o metgessa que hi consta nega haver donat l’acord per a aquest pacient. Digueu per què la unitat hi va igualment, o consulteu un altre hospital.
refused-still_to_be_decided = D’aquest pacient consten límits de tractament, final de la vida o que no hi ha infecció, i encara ningú no ha decidit si el trasllat continua. Digueu per què continua igualment, o atureu-lo.
decision-own-act = Ho ha de decidir una altra persona: vós vau anotar allò de què es tracta.
refused-decision_own_act = Vau anotar vós allò de què tracta aquesta decisió. L’ha de prendre un altre gestor o el metge coordinador.
refused-question_was_withdrawn = La pregunta es va retirar a les { $at }, perquè al vostre hospital li falta el que el pacient necessita ara. No s’espera res de vosaltres.
