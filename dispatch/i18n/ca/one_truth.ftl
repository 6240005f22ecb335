### Una sola veritat: caselles, quadre i valors junts; i la dotació que en resulta.

decision-graver_known = El que se sap porta a prioritat 0
decision-do-graver_known = Pugeu la prioritat, o que l’intensivista o el metge o la metgessa de coordinació digui per què es queda en 3 h.
decision-shock_suspected = Un pacient que potser està en xoc
decision-do-shock_suspected = Torneu a valorar el pacient. Pugeu la prioritat si és un xoc, o que l’intensivista o el metge o la metgessa de coordinació digui per què no ho és.
decision-in_danger = Un pacient amb valors de perill
decision-do-in_danger = Torneu a valorar el pacient. Pugeu la prioritat si cal, o que l’intensivista o el metge o la metgessa de coordinació digui per què es queda en 3 h.
decision-go-priority = Canvieu la prioritat
decision-unit_below_needs = La dotació assignada no pot portar el que ara se sap
decision-do-unit_below_needs = Assigneu una unitat amb metge o metgessa; si el pacient ja és de camí, envieu-ne una de suport que la trobi, o digueu per què continua aquesta.
decision-go-units = Trieu una altra unitat

why-graver_septic_shock = els valors diuen xoc sèptic
why-graver_multi_organ_failure = els valors diuen fallada multiorgànica
why-graver_needs_vasoactives = necessita vasoactius
why-graver_hypotensive_after_fluids = hipotensió després dels fluids
why-graver_vasoactives_running = hi ha un vasoactiu en marxa: no és estable
why-graver_lactate_after_fluids = lactat de 4 o més després de fluids correctes: el metge o la metgessa ho confirma
why-told_vasoactives = hi ha un vasoactiu en marxa
why-told_map_mmhg = pressió arterial mitjana { $map_mmhg } mmHg
why-told_usual_map_mmhg = l’habitual d’aquest pacient és { $usual_map_mmhg } mmHg
why-told_systolic_mmhg = pressió sistòlica { $systolic_mmhg } mmHg, sense la mitjana
why-told_lactate_mmol_l = lactat { $lactate_mmol_l } mmol/L
why-told_fluids = s’han donat fluids correctes
why-look_again_within = el Phoenix no en diu xoc, i arriba tard: torneu a valorar abans de { $minutes } min
why-look_again_before_fluids = no consta que ja hagi rebut els fluids adequats: torneu a valorar abans de { $minutes } min
why-look_again_resuscitated = s’ha acordat que la ressuscitació inicial és correcta, i no consta que hagi rebut els fluids adequats: digueu ara si n’ha rebut prou
why-look_again_after_fluids = ja ha rebut els fluids adequats: torneu a valorar { $minutes ->
    [0] ara mateix, amb la pressió mitjana
   *[other] abans de { $minutes } min
}
why-look_again_in_danger = els valors són de perill, sigui quina sigui la prioritat: torneu a valorar abans de { $minutes } min
why-hypotension_map = pressió arterial mitjana { $map_mmhg } mmHg
why-hypotension_systolic = pressió sistòlica { $systolic_mmhg } mmHg
why-systolic_fall = pressió sistòlica { $systolic_mmhg } mmHg, l’habitual és { $usual_mmhg }
why-high_lactate = lactat { $lactate_mmol_l } mmol/L
why-danger_respiratory_failure = insuficiència respiratòria
why-danger_coma = coma: Glasgow de 8 o menys, resposta només al dolor o cap, o pupil·les fixes
why-danger_extreme_pulse = pols extrem
why-danger_high_news2 = NEWS2 de 7 o més amb el que se sap
why-sign_low_map = pressió arterial mitjana { $map_mmhg } mmHg, baixa per a l’edat
why-sign_low_systolic = pressió sistòlica { $systolic_mmhg } mmHg, baixa per a l’edat
why-sign_high_lactate = lactat { $lactate_mmol_l } mmol/L
why-sign_slow_refill = replè capil·lar { $capillary_refill_s } s
why-sign_poor_skin_perfusion = mala perfusió de la pell
why-crew_without_doctor = { $unit } ({ $unit_type }) no porta metge
why-doctor_priority_zero = és prioritat 0
why-doctor_graver_known = el que se sap porta a prioritat 0
why-doctor_ventilation = ventilació invasiva
why-doctor_ecmo = ECMO
why-doctor_vasoactives = vasoactius
why-doctor_respiratory_support = suport respiratori
why-doctor_low_consciousness = Glasgow de 8 o menys, resposta només al dolor o cap, o pupil·les fixes
why-doctor_child = és un infant
why-doctor_shock_suspected = potser està en xoc
why-doctor_respiratory_failure = insuficiència respiratòria
why-doctor_extreme_pulse = pols extrem
why-doctor_high_news2 = NEWS2 de 7 o més

refused-told_otherwise = Heu marcat sèpsia fins a 3 h, i el que heu escrit porta a prioritat 0: { $rule ->
    [septic_shock] els valors diuen xoc sèptic
    [multi_organ_failure] els valors diuen fallada multiorgànica
    [vasoactives_running] hi ha un vasoactiu en marxa
    [lactate_after_fluids] lactat de 4 o més després de fluids correctes
   *[other] inestabilitat hemodinàmica
}. Corregiu el que no sigui cert, o confirmeu que compta el més greu.
refused-icu_told_otherwise = Heu dit que no necessita llit d’UCI, i el que heu escrit el necessita: { $because ->
    [ecmo] ECMO
    [ventilation] ventilació mecànica
    [vasoactives] vasoactius
    [renal_replacement] tractament de substitució renal
    [septic_shock] xoc sèptic
    [multi_organ_failure] fallada multiorgànica
   *[other] inestabilitat hemodinàmica
}. Responeu que sí, o corregiu el que no sigui cert.
refused-crew_below_needs = { $unit } ({ $unit_type }) no porta metge i aquest pacient en necessita un. Trieu una altra unitat, o digueu per què aquesta.
page-confirms-graver = Compta el més greu: prioritat 0
page-confirms-graver-note = Si algun valor no és cert, corregiu-lo i deixeu la casella buida.
crew-needs-doctor = Cal metge o metgessa a bord
crew-below = Aquesta unitat no porta metge. Digueu per què hi va igualment.

rule-vasoactives_running = Vasoactius en marxa: prioritat 0
rule-lactate_after_fluids = Lactat de 4 o més després dels fluids: prioritat 0
