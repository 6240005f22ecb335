### Com és el pacient sense aquesta malaltia.

value-usual_map = pressió mitjana habitual (mmHg)
value-home_oxygen = oxigen a casa
value-usual_spo2 = saturació habitual (%)
value-baseline_respiration = SOFA basal respiratori
value-baseline_coagulation = SOFA basal coagulació
value-baseline_liver = SOFA basal hepàtic
value-baseline_cardiovascular = SOFA basal cardiovascular
value-baseline_cns = SOFA basal neurològic
value-baseline_renal = SOFA basal renal (diàlisi: 4)
doubt-baseline_disagrees = El SOFA basal total i la suma per òrgans no coincideixen: compta el d’òrgans.
doubt-usual_spo2_unknown = Porta oxigen a casa: digues-ne la saturació habitual; sense saber-la, l’oxigen compta com a signe nou.
care-before = Com era abans d’aquesta malaltia
care-before-hint = Només si se sap: el que és habitual no compta com a signe nou ni com a fallada nova.
