### One truth: ticks, picture and values together; and the crew that follows from it.

decision-graver_known = What is known leads to priority 0
decision-do-graver_known = Raise the priority, or let the intensivist or the coordinating doctor say why it stays at 3 h.
decision-shock_suspected = A patient who may be in shock
decision-do-shock_suspected = Look at the patient again. Raise the priority if it is shock, or let the intensivist or the coordinating doctor say why it is not.
decision-in_danger = A patient with values of danger
decision-do-in_danger = Look at the patient again. Raise the priority if need be, or let the intensivist or the coordinating doctor say why it stays at 3 h.
decision-go-priority = Change the priority
decision-unit_below_needs = The crew assigned can’t take what is now known
decision-do-unit_below_needs = Assign a unit with a doctor; if the patient is on the road, send one that meets it as support, or say why this one goes on.
decision-go-units = Choose another unit

why-graver_septic_shock = the values say septic shock
why-graver_multi_organ_failure = the values say multi-organ failure
why-graver_needs_vasoactives = needs vasoactives
why-graver_hypotensive_after_fluids = hypotension after fluids
why-graver_vasoactives_running = a vasoactive drug runs: not stable
why-graver_lactate_after_fluids = lactate of 4 or more after right fluids: the doctor confirms
why-told_vasoactives = a vasoactive drug runs
why-told_map_mmhg = mean arterial pressure { $map_mmhg } mmHg
why-told_usual_map_mmhg = this patient’s usual one is { $usual_map_mmhg } mmHg
why-told_systolic_mmhg = systolic pressure { $systolic_mmhg } mmHg, without the mean
why-told_lactate_mmol_l = lactate { $lactate_mmol_l } mmol/L
why-told_fluids = right fluids were given
why-look_again_within = Phoenix does not call it shock, and comes late: look again within { $minutes } min
why-look_again_before_fluids = no right fluids known to be given: look again within { $minutes } min
why-look_again_resuscitated = agreed that the initial resuscitation is right, and no right fluids known to be given: say now whether they were enough
why-look_again_after_fluids = right fluids were given: look again { $minutes ->
    [0] at once, with the mean pressure
   *[other] within { $minutes } min
}
why-look_again_in_danger = the values tell of danger, whatever the priority: look again within { $minutes } min
why-hypotension_map = mean arterial pressure { $map_mmhg } mmHg
why-hypotension_systolic = systolic pressure { $systolic_mmhg } mmHg
why-systolic_fall = systolic pressure { $systolic_mmhg } mmHg, usually { $usual_mmhg }
why-high_lactate = lactate { $lactate_mmol_l } mmol/L
why-danger_respiratory_failure = respiratory failure
why-danger_coma = coma: Glasgow of 8 or less, response to pain only or none, or fixed pupils
why-danger_extreme_pulse = extreme pulse
why-danger_high_news2 = NEWS2 of 7 or more by what is known
why-sign_low_map = mean arterial pressure { $map_mmhg } mmHg, low for the age
why-sign_low_systolic = systolic pressure { $systolic_mmhg } mmHg, low for the age
why-sign_high_lactate = lactate { $lactate_mmol_l } mmol/L
why-sign_slow_refill = capillary refill { $capillary_refill_s } s
why-sign_poor_skin_perfusion = poor skin perfusion
why-crew_without_doctor = { $unit } ({ $unit_type }) has no doctor on board
why-doctor_priority_zero = it is priority 0
why-doctor_graver_known = what is known leads to priority 0
why-doctor_ventilation = invasive ventilation
why-doctor_ecmo = ECMO
why-doctor_vasoactives = vasoactives
why-doctor_respiratory_support = respiratory support
why-doctor_low_consciousness = Glasgow of 8 or less, response to pain only or none, or fixed pupils
why-doctor_child = it is a child
why-doctor_shock_suspected = may be in shock
why-doctor_respiratory_failure = respiratory failure
why-doctor_extreme_pulse = extreme pulse
why-doctor_high_news2 = NEWS2 of 7 or more

refused-told_otherwise = You ticked sepsis, up to 3 h, and what you wrote leads to priority 0: { $rule ->
    [septic_shock] the values say septic shock
    [multi_organ_failure] the values say multi-organ failure
    [vasoactives_running] a vasoactive drug runs
    [lactate_after_fluids] lactate of 4 or more after right fluids
   *[other] haemodynamic instability
}. Correct what is not true, or confirm that the graver counts.
refused-icu_told_otherwise = You said that no ICU bed is needed, and what you wrote needs one: { $because ->
    [ecmo] ECMO
    [ventilation] mechanical ventilation
    [vasoactives] vasoactives
    [renal_replacement] renal replacement therapy
    [septic_shock] septic shock
    [multi_organ_failure] multi-organ failure
   *[other] haemodynamic instability
}. Answer yes, or correct what is not true.
refused-crew_below_needs = { $unit } ({ $unit_type }) has no doctor on board and this patient needs one. Choose another unit, or say why this one.
page-confirms-graver = The graver counts: priority 0
page-confirms-graver-note = If a value is not true, correct it and leave the box empty.
crew-needs-doctor = A doctor is needed on board
crew-below = This unit has no doctor on board. Say why it goes all the same.

rule-vasoactives_running = Vasoactives running: priority 0
rule-lactate_after_fluids = Lactate of 4 or more after fluids: priority 0
