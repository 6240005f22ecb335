### Punts de tall de la detecció

cutoffs-title = Punts de tall de la detecció
cutoffs-board = Torna al tauler
cutoffs-proposed = Punts de tall proposats
cutoffs-of-centre = Punts de tall del centre, des de { $time }
cutoffs-hint = L’article deixa els punts de tall a cada centre. Valen per als signes dels pacients d’aquest hospital, no per a les escales.
cutoffs-range = De { $low } a { $high } { $unit } · proposat: { $proposed }
cutoffs-send = Desa els punts de tall
cutoffs-history = Qui els ha canviat
cutoffs-never = Mai no s’han canviat: valen els proposats.
page-done-cutoffs = Punts de tall desats. Valen des d’ara.
refused-cutoff_order = El punt de tall { $field } ha de ser { $allowed }.
cutoff-tachypnoea_from_rpm = Taquipnea des de
cutoff-tachycardia_above_bpm = Taquicàrdia per sobre de
cutoff-hypoxia_below_pct = Hipòxia: SpO₂ per sota de
cutoff-hypoxia_scale2_below_pct = Hipòxia amb insuficiència hipercàpnica, per sota de
cutoff-low_systolic_below_mmhg = Sistòlica baixa, per sota de
cutoff-low_map_below_mmhg = PAM baixa, per sota de
cutoff-systolic_fall_above_mmhg = Caiguda de la sistòlica, més de
cutoff-lactate_above_mmol_l = Lactat per sobre de
cutoff-child_hypoxia_below_pct = Nens: SpO₂ per sota de
cutoff-child_refill_above_s = Nens: replè capil·lar, més de
cutoff-child_refill_tachycardia_from_s = Nens: replè capil·lar amb taquicàrdia, des de
cutoff-child_fever_from_c = Nens: febre amb petèquies, des de
cutoff-child_gcs_upto_points = Nens: Glasgow, fins a
