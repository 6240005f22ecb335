### Una sola verdad: casillas, cuadro y valores juntos; y la dotación que resulta.

decision-graver_known = Lo que se sabe lleva a prioridad 0
decision-do-graver_known = Suba la prioridad, o que el intensivista o el médico o la médica de coordinación diga por qué se queda en 3 h.
decision-shock_suspected = Un paciente que quizá está en shock
decision-do-shock_suspected = Vuelva a valorar al paciente. Suba la prioridad si es un shock, o que el intensivista o el médico o la médica de coordinación diga por qué no lo es.
decision-in_danger = Un paciente con valores de peligro
decision-do-in_danger = Vuelva a valorar al paciente. Suba la prioridad si hace falta, o que el intensivista o el médico o la médica de coordinación diga por qué se queda en 3 h.
decision-go-priority = Cambiar la prioridad
decision-unit_below_needs = La dotación asignada no puede llevar lo que ahora se sabe
decision-do-unit_below_needs = Asigne una unidad con médico o médica; si el paciente ya está de camino, envíe una de apoyo que la encuentre, o diga por qué sigue esta.
decision-go-units = Elegir otra unidad

why-graver_septic_shock = los valores dicen shock séptico
why-graver_multi_organ_failure = los valores dicen fallo multiorgánico
why-graver_needs_vasoactives = necesita vasoactivos
why-graver_hypotensive_after_fluids = hipotensión después de los fluidos
why-graver_vasoactives_running = hay un vasoactivo en marcha: no está estable
why-graver_lactate_after_fluids = lactato de 4 o más después de fluidos correctos: lo confirma el médico o la médica
why-told_vasoactives = hay un vasoactivo en marcha
why-told_map_mmhg = presión arterial media { $map_mmhg } mmHg
why-told_usual_map_mmhg = la habitual de este paciente es { $usual_map_mmhg } mmHg
why-told_systolic_mmhg = presión sistólica { $systolic_mmhg } mmHg, sin la media
why-told_lactate_mmol_l = lactato { $lactate_mmol_l } mmol/L
why-told_fluids = se han dado fluidos correctos
why-look_again_within = el Phoenix no lo llama shock, y llega tarde: vuelva a valorar antes de { $minutes } min
why-look_again_before_fluids = no consta que ya haya recibido los fluidos adecuados: vuelva a valorar antes de { $minutes } min
why-look_again_resuscitated = se ha acordado que la reanimación inicial es correcta, y no consta que haya recibido los fluidos adecuados: diga ahora si ha recibido bastantes
why-look_again_after_fluids = ya ha recibido los fluidos adecuados: vuelva a valorar { $minutes ->
    [0] ahora mismo, con la presión media
   *[other] antes de { $minutes } min
}
why-look_again_in_danger = los valores son de peligro, sea cual sea la prioridad: vuelva a valorar antes de { $minutes } min
why-hypotension_map = presión arterial media { $map_mmhg } mmHg
why-hypotension_systolic = presión sistólica { $systolic_mmhg } mmHg
why-systolic_fall = presión sistólica { $systolic_mmhg } mmHg, la habitual es { $usual_mmhg }
why-high_lactate = lactato { $lactate_mmol_l } mmol/L
why-danger_respiratory_failure = insuficiencia respiratoria
why-danger_coma = coma: Glasgow de 8 o menos, respuesta solo al dolor o ninguna, o pupilas fijas
why-danger_extreme_pulse = pulso extremo
why-danger_high_news2 = NEWS2 de 7 o más con lo que se sabe
why-sign_low_map = presión arterial media { $map_mmhg } mmHg, baja para la edad
why-sign_low_systolic = presión sistólica { $systolic_mmhg } mmHg, baja para la edad
why-sign_high_lactate = lactato { $lactate_mmol_l } mmol/L
why-sign_slow_refill = relleno capilar { $capillary_refill_s } s
why-sign_poor_skin_perfusion = mala perfusión de la piel
why-crew_without_doctor = { $unit } ({ $unit_type }) no lleva médico
why-doctor_priority_zero = es prioridad 0
why-doctor_graver_known = lo que se sabe lleva a prioridad 0
why-doctor_ventilation = ventilación invasiva
why-doctor_ecmo = ECMO
why-doctor_vasoactives = vasoactivos
why-doctor_respiratory_support = soporte respiratorio
why-doctor_low_consciousness = Glasgow de 8 o menos, respuesta solo al dolor o ninguna, o pupilas fijas
why-doctor_child = es un niño o una niña
why-doctor_shock_suspected = quizá está en shock
why-doctor_respiratory_failure = insuficiencia respiratoria
why-doctor_extreme_pulse = pulso extremo
why-doctor_high_news2 = NEWS2 de 7 o más

refused-told_otherwise = Ha marcado sepsis hasta 3 h, y lo que ha escrito lleva a prioridad 0: { $rule ->
    [septic_shock] los valores dicen shock séptico
    [multi_organ_failure] los valores dicen fallo multiorgánico
    [vasoactives_running] hay un vasoactivo en marcha
    [lactate_after_fluids] lactato de 4 o más después de fluidos correctos
   *[other] inestabilidad hemodinámica
}. Corrija lo que no sea cierto, o confirme que cuenta lo más grave.
refused-icu_told_otherwise = Ha dicho que no necesita cama de UCI, y lo que ha escrito la necesita: { $because ->
    [ecmo] ECMO
    [ventilation] ventilación mecánica
    [vasoactives] vasoactivos
    [renal_replacement] tratamiento de sustitución renal
    [septic_shock] shock séptico
    [multi_organ_failure] fallo multiorgánico
   *[other] inestabilidad hemodinámica
}. Responda que sí, o corrija lo que no sea cierto.
refused-crew_below_needs = { $unit } ({ $unit_type }) no lleva médico y este paciente necesita uno. Elija otra unidad, o diga por qué esta.
page-confirms-graver = Cuenta lo más grave: prioridad 0
page-confirms-graver-note = Si algún valor no es cierto, corríjalo y deje la casilla vacía.
crew-needs-doctor = Hace falta médico o médica a bordo
crew-below = Esta unidad no lleva médico. Diga por qué va igualmente.

rule-vasoactives_running = Vasoactivos en marcha: prioridad 0
rule-lactate_after_fluids = Lactato de 4 o más después de los fluidos: prioridad 0
