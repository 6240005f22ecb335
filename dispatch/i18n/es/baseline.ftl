### Cómo es el paciente sin esta enfermedad.

value-usual_map = presión media habitual (mmHg)
value-home_oxygen = oxígeno en casa
value-usual_spo2 = saturación habitual (%)
value-baseline_respiration = SOFA basal respiratorio
value-baseline_coagulation = SOFA basal coagulación
value-baseline_liver = SOFA basal hepático
value-baseline_cardiovascular = SOFA basal cardiovascular
value-baseline_cns = SOFA basal neurológico
value-baseline_renal = SOFA basal renal (diálisis: 4)
doubt-baseline_disagrees = El SOFA basal total y la suma por órganos no coinciden: cuenta el de órganos.
doubt-usual_spo2_unknown = Lleva oxígeno en casa: di su saturación habitual; sin saberla, el oxígeno cuenta como signo nuevo.
care-before = Cómo era antes de esta enfermedad
care-before-hint = Solo si se sabe: lo habitual no cuenta como signo nuevo ni como fallo nuevo.
