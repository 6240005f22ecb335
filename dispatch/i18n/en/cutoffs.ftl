### Cut-offs of detection

cutoffs-title = Cut-offs of detection
cutoffs-board = Back to the board
cutoffs-proposed = Proposed cut-offs
cutoffs-of-centre = Cut-offs of the centre, since { $time }
cutoffs-hint = The paper leaves the cut-offs to each centre. They hold for the signs of this hospital’s patients, not for scores.
cutoffs-range = { $low } to { $high } { $unit } · proposed: { $proposed }
cutoffs-send = Save the cut-offs
cutoffs-history = Who changed them
cutoffs-never = Never changed: the proposed ones hold.
page-done-cutoffs = Cut-offs saved. They hold from now on.
refused-cutoff_order = The cut-off { $field } must be { $allowed }.
cutoff-tachypnoea_from_rpm = Tachypnoea from
cutoff-tachycardia_above_bpm = Tachycardia above
cutoff-hypoxia_below_pct = Hypoxia: SpO₂ below
cutoff-hypoxia_scale2_below_pct = Hypoxia in hypercapnic failure, below
cutoff-low_systolic_below_mmhg = Low systolic pressure, below
cutoff-low_map_below_mmhg = Low MAP, below
cutoff-systolic_fall_above_mmhg = Fall of systolic pressure, more than
cutoff-lactate_above_mmol_l = Lactate above
cutoff-child_hypoxia_below_pct = Children: SpO₂ below
cutoff-child_refill_above_s = Children: capillary refill, more than
cutoff-child_refill_tachycardia_from_s = Children: capillary refill with tachycardia, from
cutoff-child_fever_from_c = Children: fever with petechiae, from
cutoff-child_gcs_upto_points = Children: Glasgow, up to
