### Una circulació inestable: xoc abans del SOFA, vasoactius, lactat i el primer volum.

score-priority = prioritat 0

doubt-lactate_after_fluids = Lactat de 4 o més després de fluids correctes, amb una mitjana suficient i sense vasoactius: prioritat 0 fins que el metge o la metgessa digui si és un xoc.
doubt-usual_low_pressure = La pressió mitjana és tan baixa com l’habitual d’aquest pacient: compta com a xoc fins que el metge o la metgessa digui si ho és.
doubt-mean_pressure_unknown = Pressió sistòlica baixa després dels fluids i no se sap la mitjana: demaneu la diastòlica. Amb una mitjana per sota de 65 és un xoc.
doubt-vasoactives_below_phoenix = Hi ha un vasoactiu en marxa i el Phoenix no arriba a xoc: prioritat 0, i torneu a valorar.
doubt-low_pressure_below_phoenix = Pressió baixa per a l’edat i el Phoenix no arriba a xoc: és un xoc? Torneu a valorar.
doubt-lactate_below_phoenix = Lactat de 4 o més i el Phoenix no arriba a xoc: és un xoc? Torneu a valorar.
doubt-perfusion_below_phoenix = Mala perfusió de la pell i el Phoenix no arriba a xoc: és un xoc? Torneu a valorar.

assess-fluids-adult = 30 mL/kg de cristal·loide en 1 h: { $volume_ml } mL
assess-fluids-weight-adult = 30 mL/kg de cristal·loide en 1 h: falta el pes, demaneu-lo.
assess-fluids-paediatric = Primer bolus de 10 mL/kg de cristal·loide: { $volume_ml } mL. Per sobre de { $most_ml } mL en total, busqueu signes de sobrecàrrega.
assess-fluids-weight-paediatric = Primer bolus de 10 mL/kg de cristal·loide: falta el pes, demaneu-lo.

rule-source-vasoactives_running = proposta: decisió 20
rule-source-lactate_after_fluids = proposta: decisió 20
