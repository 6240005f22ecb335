### What the patient is like without this illness.

value-usual_map = usual mean pressure (mmHg)
value-home_oxygen = oxygen at home
value-usual_spo2 = usual saturation (%)
value-baseline_respiration = baseline SOFA, respiration
value-baseline_coagulation = baseline SOFA, coagulation
value-baseline_liver = baseline SOFA, liver
value-baseline_cardiovascular = baseline SOFA, cardiovascular
value-baseline_cns = baseline SOFA, neurological
value-baseline_renal = baseline SOFA, renal (dialysis: 4)
doubt-baseline_disagrees = The total baseline SOFA and the sum by organ differ: that by organ counts.
doubt-usual_spo2_unknown = On oxygen at home: say the usual saturation; without it the oxygen counts as a new sign.
care-before = What it was before this illness
care-before-hint = Only if known: what is usual counts as no new sign and no new failure.
