### Puntos de corte de la detección

cutoffs-title = Puntos de corte de la detección
cutoffs-board = Volver al tablero
cutoffs-proposed = Puntos de corte propuestos
cutoffs-of-centre = Puntos de corte del centro, desde { $time }
cutoffs-hint = El artículo deja los puntos de corte a cada centro. Valen para los signos de los pacientes de este hospital, no para las escalas.
cutoffs-range = De { $low } a { $high } { $unit } · propuesto: { $proposed }
cutoffs-send = Guarda los puntos de corte
cutoffs-history = Quién los ha cambiado
cutoffs-never = Nunca se han cambiado: valen los propuestos.
page-done-cutoffs = Puntos de corte guardados. Valen desde ahora.
refused-cutoff_order = El punto de corte { $field } tiene que ser { $allowed }.
cutoff-tachypnoea_from_rpm = Taquipnea desde
cutoff-tachycardia_above_bpm = Taquicardia por encima de
cutoff-hypoxia_below_pct = Hipoxia: SpO₂ por debajo de
cutoff-hypoxia_scale2_below_pct = Hipoxia con insuficiencia hipercápnica, por debajo de
cutoff-low_systolic_below_mmhg = Sistólica baja, por debajo de
cutoff-low_map_below_mmhg = PAM baja, por debajo de
cutoff-systolic_fall_above_mmhg = Caída de la sistólica, más de
cutoff-lactate_above_mmol_l = Lactato por encima de
cutoff-child_hypoxia_below_pct = Niños: SpO₂ por debajo de
cutoff-child_refill_above_s = Niños: relleno capilar, más de
cutoff-child_refill_tachycardia_from_s = Niños: relleno capilar con taquicardia, desde
cutoff-child_fever_from_c = Niños: fiebre con petequias, desde
cutoff-child_gcs_upto_points = Niños: Glasgow, hasta
