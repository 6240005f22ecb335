### Lo que dice una valoración: escalas, hallazgos, clasificación, dudas.

classification-no_infection = sin infección
classification-infection = infección sin sepsis
classification-sepsis = sepsis
classification-septic_shock = shock séptico
classification-open-infection = aún sin clasificar, faltan valores (por lo que se sabe: infección sin sepsis)
classification-open-sepsis = sepsis como mínimo: faltan valores que podrían convertirla en shock séptico
classification-unknown = sin clasificar: no se ha dicho si se sospecha una infección

detection-none-known = ningún signo en lo que se sabe, faltan valores
detection-none = ningún signo
detection-suspicion = sospecha de sepsis
detection-activation = signos de fallo de órgano
detection-unknown = no se sabe sin la A: ¿se sospecha una infección?

finding-tachypnoea = taquipnea
finding-hypoxia = hipoxia
finding-oxygen_needed = necesita oxígeno o soporte respiratorio
finding-tachycardia = taquicardia
finding-low_systolic = presión sistólica baja
finding-low_map = presión arterial media baja
finding-systolic_fall = caída de la presión sistólica habitual
finding-vasoactives = vasoactivos en marcha
finding-altered_consciousness = alteración del nivel de consciencia
finding-low_consciousness = nivel de consciencia bajo
finding-fixed_pupils = pupilas fijas en ambos lados
finding-meningismus = meningismo
finding-raised_lactate = lactato elevado
finding-slow_refill = relleno capilar lento
finding-slow_refill_tachycardia = relleno capilar lento con taquicardia
finding-poor_skin_perfusion = mala perfusión cutánea
finding-petechiae = petequias
finding-poor_general_state = mal estado general

## Escalas y sus partes
score-sofa = SOFA
score-qsofa = qSOFA
score-sirs = SIRS
score-news2 = NEWS2
score-phoenix = Phoenix
score-detection = detección
score-classification = clasificación
score-activation = activación
score-fluids = volumen de fluidos
score-sepsis3 = shock de Sepsis-3
part-respiration = respiración
part-coagulation = coagulación
part-liver = hígado
part-cardiovascular = cardiovascular
part-cns = consciencia
part-renal = riñón
part-rr = frecuencia respiratoria
part-sbp = presión sistólica
part-gcs = Glasgow
part-temp = temperatura
part-hr = frecuencia cardíaca
part-wbc = leucocitos
part-spo2 = SpO₂
part-oxygen = oxígeno
part-pulse = pulso
part-consciousness = consciencia
part-respiratory = respiratorio
part-neurological = neurológico
risk-least-low = riesgo desconocido, faltan valores
risk-least-low-medium = como mínimo riesgo bajo a medio, faltan valores
risk-least-medium = como mínimo riesgo medio, faltan valores
risk-low = riesgo bajo
risk-low-medium = riesgo bajo a medio
risk-medium = riesgo medio
risk-high = riesgo alto

## Si el código se puede activar
gate-treatment_limits = El código no se activa: limitación del tratamiento de soporte vital. Las medidas básicas continúan.
gate-end_of_life = El código no se activa: final de la vida. Las medidas básicas continúan.
gate-no_infection = El código no se activa: no se sospecha ninguna infección.
gate-infection_unknown = El código aún no se activa: diga si se sospecha una infección.
gate-no_organ_failure = El código no se activa: ningún signo de fallo de órgano.
gate-organ_failure_unknown = El código todavía no se activa: ningún signo de fallo de órgano en lo que se sabe, y faltan valores.
gate-organ_failure_usual = El código todavía no se activa: hay órganos que fallan y, por el SOFA basal dicho, quizá no están peor que antes. Diga el basal por órgano.

## Lo que hay que mirar dos veces
doubt-vasoactives_before_fluids = Hay vasoactivos en marcha y no constan fluidos correctos: si a pesar de ellos se necesitan, es un shock séptico.
doubt-hypotension_before_fluids = Hipotensión mientras pasan los fluidos: vuelva a valorar antes del plazo.
doubt-lactate_before_fluids = Lactato de 4 o más y no consta que ya haya recibido los fluidos adecuados: vuelva a valorar antes del plazo.
doubt-respiratory_failure = Insuficiencia respiratoria por los valores: vuelva a valorar; hace falta un médico o una médica a bordo.
doubt-coma = Coma por los valores (Glasgow de 8 o menos, respuesta solo al dolor o ninguna, o pupilas fijas): vuelva a valorar; hace falta un médico o una médica a bordo.
doubt-extreme_pulse = Pulso extremo: vuelva a valorar; hace falta un médico o una médica a bordo.
doubt-infection_unknown = Nadie ha dicho si se sospecha una infección, y con ella los valores serían de shock o de peligro: dígalo y vuelva a valorar.
doubt-high_news2 = NEWS2 de 7 o más: vuelva a valorar; hace falta un médico o una médica a bordo.
doubt-low_systolic_after_fluids = Presión sistólica baja después de los fluidos con una media suficiente: ¿es un shock?
doubt-sepsis3_differs = Shock séptico del código, no de Sepsis-3: el lactato no supera 2 mmol/L.
doubt-consciousness_disagrees = El nivel de consciencia y el Glasgow no concuerdan.
doubt-oxygen_disagrees = El oxígeno declarado y su fracción no concuerdan.
doubt-air_with_support = Se dice que no recibe oxígeno, y que tiene soporte respiratorio.
doubt-pao2_on_air = La PaO2 es más alta que la que puede dar el aire.
doubt-pressures_disagree = La presión media y la otra presión no concuerdan.
doubt-pupils_disagree = Ambas pupilas fijas y el Glasgow no concuerdan.
doubt-baseline_above_now = El SOFA basal es superior al de ahora.
doubt-baseline_above_known = El SOFA basal es más alto que todo lo que se sabe ahora: puede ser de los órganos que no se saben. El aumento es el mínimo posible; indique el basal por órgano.
doubt-unusual_value = Valor inusual, ¿es correcta la unidad?: { $value }

## Líneas de una respuesta
assess-agreed = Acuerdo 4 de 4.
assess-not-agreed = Sin acuerdo.
assess-class = Por los valores: { $classification }
assess-priority = { $rule } ({ $source })
assess-no-priority = Sin prioridad de traslado
assess-priority-unknown = Sin prioridad de traslado por lo que se sabe: faltan valores
assess-reassess = { $minutes ->
    [0] Vuelva a valorar al paciente ahora mismo.
   *[other] Vuelva a valorar al paciente antes de { $minutes } min.
}
assess-sepsis3 = También cumple el choque de Sepsis-3
assess-sepsis3-unknown = Choque de Sepsis-3: no se sabe, falta el lactato
assess-not-sepsis3 = No cumple el choque de Sepsis-3 (hace falta lactato > 2 mmol/L)
assess-mof = Fallo multiorgánico
assess-mof-unknown = Fallo multiorgánico: no se sabe, faltan valores
assess-score = { $score }: { $points }
assess-score-parts = { $score }: { $points } ({ $parts })
assess-part = { $part } { $points }
assess-rise = Aumento de SOFA sobre el basal: { $points }
assess-risk = NEWS2: { $risk }
assess-detection = Detección: { $detection }
assess-finding = { $letter }  { $finding } · { $strength }
assess-finding-beyond = { $letter }  { $finding }: { $value } (umbral { $cutoff }) · { $strength }
assess-may-activate = El código se puede activar: decide un médico.
assess-missing = Falta para { $of }: { $values }

## Valores por sus claves publicadas
value-infection_suspected = sospecha de infección
value-meningismus = meningismo
value-life_support_limitation = limitación del tratamiento de soporte vital
value-end_of_life = final de la vida
value-lactate_mmol_l = lactato (mmol/L)
value-spo2 = SpO₂ (%)
value-rr = frecuencia respiratoria (/min)
value-hr = frecuencia cardíaca (/min)
value-sbp = presión sistólica (mmHg)
value-dbp = presión diastólica (mmHg)
value-map_mmhg = presión arterial media (mmHg)
value-usual_sbp = presión sistólica habitual (mmHg)
value-temp_c = temperatura (°C)
value-pao2_mmhg = PaO₂ (mmHg)
value-paco2_mmhg = PaCO₂ (mmHg)
value-fio2 = FiO₂ (de 0,21 a 1)
value-platelets_10e9_l = plaquetas (10⁹/L)
value-gcs = Glasgow
value-assessed_at = hora de la valoración
value-antibiotic_at = hora del antibiótico
value-age_years = edad en años
value-age_months = edad en meses
value-weight_kg = peso (kg)
value-spo2_scale = escala de SpO₂
value-on_oxygen = oxígeno, sí o no
value-acvpu = nivel de consciencia (ACVPU)
value-wbc_10e9_l = leucocitos (10⁹/L)
value-bands_pct = cayados (%)
value-respiratory_support = soporte respiratorio
value-bilirubin_mg_dl = bilirrubina (mg/dL)
value-creatinine_mg_dl = creatinina (mg/dL)
value-urine_ml_24h = diuresis (mL en 24 h)
value-vasoactives_mcg_kg_min = vasoactivos (µg/kg/min)
value-adequate_fluids_given = fluidos correctos administrados
value-baseline_sofa = SOFA basal
value-invasive_ventilation = ventilación invasiva
value-other_respiratory_support = otro soporte respiratorio
value-vasoactive_count = número de vasoactivos
value-inr = INR
value-d_dimer_mg_l_feu = dímero D (mg/L FEU)
value-fibrinogen_mg_dl = fibrinógeno (mg/dL)
value-fixed_pupils_bilateral = pupilas fijas bilaterales
value-capillary_refill_s = relleno capilar (s)
value-poor_general_state = mal estado general
value-poor_skin_perfusion = mala perfusión cutánea
value-petechiae = petequias

## Lo que no es correcto de los datos
input-not_json = no es JSON
input-not_an_object = tiene otra forma
input-unknown_key = clave desconocida
input-wrong_unit = esta unidad no se acepta; conviértala
input-of_other_population = es de la otra población, adulta o pediátrica
input-given_twice = dado dos veces
input-missing = falta
input-not_a_text = debe ser un texto corto
input-not_a_number = no es un número
input-not_finite = no es un número finito
input-not_whole = no es un número entero
input-not_one_of = no es ninguno de los permitidos
input-not_yes_or_no = no es ni true ni false
input-not_an_instant = no es una fecha con hora
input-instant_without_zone = falta la zona horaria
input-in_future = está en el futuro
input-before_birth = es anterior al nacimiento del paciente
input-out_of_range = valor imposible, o en otra unidad
input-disagrees = imposible junto a los otros valores
input-named_twice = repetido; las valoraciones de un paciente dicen cuándo se hicieron
input-contradicts = contradice la valoración de momentos antes

## Rechazos
refused-vignettes_invalid = No se ha calculado nada: { $count ->
    [one] un fallo, en { $field }.
   *[other] { $count } fallos, el primero en { $field }.
}
refused-cutoff_unknown = No hay ningún umbral { $value }. Hay: { $allowed }.
refused-cutoff_out_of_range = El umbral { $field } no puede ser { $value }. Se permite: { $allowed }.
refused-cutoffs_invalid = Los puntos de corte de { $field } no se pueden leer: { $problem }
