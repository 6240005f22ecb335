### Una circulación inestable: shock antes del SOFA, vasoactivos, lactato y el primer volumen.

score-priority = prioridad 0

doubt-lactate_after_fluids = Lactato de 4 o más después de fluidos correctos, con una media suficiente y sin vasoactivos: prioridad 0 hasta que el médico o la médica diga si es un shock.
doubt-usual_low_pressure = La presión media es tan baja como la habitual de este paciente: cuenta como shock hasta que el médico o la médica diga si lo es.
doubt-mean_pressure_unknown = Presión sistólica baja después de los fluidos y no se sabe la media: pida la diastólica. Con una media por debajo de 65 es un shock.
doubt-vasoactives_below_phoenix = Hay un vasoactivo en marcha y el Phoenix no llega a shock: prioridad 0, y vuelva a valorar.
doubt-low_pressure_below_phoenix = Presión baja para la edad y el Phoenix no llega a shock: ¿es un shock? Vuelva a valorar.
doubt-lactate_below_phoenix = Lactato de 4 o más y el Phoenix no llega a shock: ¿es un shock? Vuelva a valorar.
doubt-perfusion_below_phoenix = Mala perfusión de la piel y el Phoenix no llega a shock: ¿es un shock? Vuelva a valorar.

assess-fluids-adult = 30 mL/kg de cristaloide en 1 h: { $volume_ml } mL
assess-fluids-weight-adult = 30 mL/kg de cristaloide en 1 h: falta el peso, pídalo.
assess-fluids-paediatric = Primer bolo de 10 mL/kg de cristaloide: { $volume_ml } mL. Por encima de { $most_ml } mL en total, busque signos de sobrecarga.
assess-fluids-weight-paediatric = Primer bolo de 10 mL/kg de cristaloide: falta el peso, pídalo.

rule-source-vasoactives_running = propuesta: decisión 20
rule-source-lactate_after_fluids = propuesta: decisión 20
