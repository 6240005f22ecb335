### An unstable circulation: shock before SOFA, vasoactives, lactate and the first volume.

score-priority = priority 0

doubt-lactate_after_fluids = Lactate of 4 or more after right fluids, with a mean pressure that suffices and no vasoactives: priority 0 until the doctor says whether it is shock.
doubt-usual_low_pressure = The mean pressure is as low as this patient’s usual one: it counts as shock until the doctor says whether it is.
doubt-mean_pressure_unknown = Low systolic pressure after fluids, and the mean pressure is not known: ask for the diastolic. With a mean below 65 it is shock.
doubt-vasoactives_below_phoenix = A vasoactive drug runs and Phoenix does not reach shock: priority 0, and look again.
doubt-low_pressure_below_phoenix = Pressure low for the age and Phoenix does not reach shock: is it shock? Look again.
doubt-lactate_below_phoenix = Lactate of 4 or more and Phoenix does not reach shock: is it shock? Look again.
doubt-perfusion_below_phoenix = Poor perfusion of the skin and Phoenix does not reach shock: is it shock? Look again.

assess-fluids-adult = 30 mL/kg of crystalloid in 1 h: { $volume_ml } mL
assess-fluids-weight-adult = 30 mL/kg of crystalloid in 1 h: the weight is missing, ask for it.
assess-fluids-paediatric = First bolus of 10 mL/kg of crystalloid: { $volume_ml } mL. Above { $most_ml } mL in all, look for signs of overload.
assess-fluids-weight-paediatric = First bolus of 10 mL/kg of crystalloid: the weight is missing, ask for it.

rule-source-vasoactives_running = proposed: decision 20
rule-source-lactate_after_fluids = proposed: decision 20
