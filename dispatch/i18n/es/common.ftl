### Palabras compartidas por todas las pantallas.

service-name = Código Sepsis Interhospitalario
product-name = CSI Dispatch
demo-mark = DEMO
demo-sentence = Datos ficticios para la formación: ningún paciente es real.
provisional-mark = *
provisional-legend = * Dato provisional, pendiente de confirmación oficial.
provisional-level = Nivel provisional, pendiente de confirmación oficial
provisional-wording = Redacción provisional de las preguntas, pendiente de confirmación del SEM
decision-support = Ayuda a la decisión: siempre confirma una persona.
not-known = no se sabe
yes = Sí
no = No
language-ca = Català
language-es = Castellano
language-en = English

## Etapas del traslado
stage-requested = solicitado
stage-asked = consultado a la UCI
stage-accepted = aceptado, sin unidad
stage-assigned = unidad asignada
stage-notified = dotación avisada
stage-en_route = en ruta hacia el paciente
stage-at_patient = con el paciente
stage-departed = en traslado
stage-arrived = en el hospital receptor
stage-sender = de nuevo en el hospital emisor
stage-withdrawn = en un hospital que ha retirado el acuerdo
stage-denied = en un hospital donde niegan el acuerdo
stage-unagreed = en un hospital que no ha dado el acuerdo
stage-handed_over = transferido
stage-cancelled = anulado

step-notified = aviso recibido
step-en_route = en ruta
step-at_patient = con el paciente
step-departed = salida con el paciente
step-arrived = llegada al hospital
step-handed_over = transferencia hecha

milestone-requested_at = Solicitud
milestone-asked_at = Consulta a la UCI
milestone-agreed_at = Acuerdo 4 de 4
milestone-assigned_at = Unidad asignada
milestone-notified_at = Dotación avisada
milestone-en_route_at = En ruta
milestone-at_patient_at = Con el paciente
milestone-departed_at = Salida
milestone-arrived_at = Llegada
milestone-handed_over_at = Transferencia
milestone-cancelled_at = Anulación

## Prioridad y enfermedad
priority-P0 = Prioridad 0
priority-3h = Hasta 3 h
priority-short-P0 = P0
priority-short-3h = 3 h
priority-words-P0 = Inmediato: shock séptico o fallo multiorgánico
priority-words-3h = La unidad con el paciente antes de 3 h desde el acuerdo
condition-sepsis = sepsis
condition-septic_shock = shock séptico
condition-multi_organ_failure = fallo multiorgánico
rule-septic_shock = Shock séptico: prioridad 0
rule-multi_organ_failure = Fallo multiorgánico: prioridad 0
rule-needs_vasoactives = Necesita vasoactivos: prioridad 0
rule-hypotensive_after_fluids = Hipotensión después de los fluidos: prioridad 0
rule-sepsis = Sepsis sin shock: hasta 3 h
rule-by_hand = Prioridad cambiada por una persona
rule-unknown = Regla sin descripción

## Paciente
care-adult = adulto
care-paediatric = pediátrico
focus-respiratory = respiratorio
focus-urinary = urinario
focus-abdominal = abdominal
focus-soft_tissue = piel y partes blandas
focus-central_nervous_system = sistema nervioso central
focus-endovascular = endovascular
focus-unknown = desconocido
clinical-focus = Foco
clinical-lactate_mmol_l = Lactato (mmol/L)
clinical-map_mmhg = PAM (mmHg)
clinical-heart_rate_bpm = Frecuencia cardíaca (lat./min)
clinical-respiratory_rate_rpm = Frecuencia respiratoria (resp./min)
clinical-spo2_pct = SpO₂ (%)
clinical-gcs = Glasgow
clinical-antibiotic_at = Antibiótico
clinical-fluids_ml = Volumen (mL)
clinical-noradrenaline_mcg_kg_min = Noradrenalina (µg/kg/min)
need-icu = cama de UCI
need-complex_source_control = control complejo del foco
need-ecmo = ECMO
need-vasoactives = vasoactivos
need-ventilation = ventilación mecánica
need-isolation = aislamiento
need-weight_kg = Peso (kg)

## Hospitales y camas
level-SEP-1 = SEP-1
level-SEP-2a = SEP-2a
level-SEP-2b = SEP-2b
level-words-SEP-1 = reanimación y control del foco
level-words-SEP-2a = con UCI
level-words-SEP-2b = con UCI y cirugía de cualquier foco las 24 h
bed-kind-icu = UCI de adultos
bed-kind-picu = UCI pediátrica
hospital-referring = Hospital emisor
hospital-receiving = Hospital receptor
hospital-asked = Hospital consultado
hospital-reference = centro de referencia

## Unidades
unit-type-SVA = soporte vital avanzado, con médico
unit-type-SVI = soporte vital intermedio, con enfermera
unit-type-SVB = soporte vital básico
unit-type-PED = equipo pediátrico
unit-type-HELI = helicóptero medicalizado
activity-station = en la base
activity-other_mission = en otro servicio
activity-dispatched = asignada
activity-acknowledged = aviso recibido
activity-en_route = en ruta
activity-patient_contact = con el paciente
activity-transporting = en traslado
activity-hospital = en el hospital
activity-clearing = limpieza y reposición
activity-out_of_service = fuera de servicio
activity-off_duty = fuera de turno
assignability-available = disponible
assignability-not_available = no disponible
assignability-unknown = no se sabe

## Personas
role-dispatcher = gestor/a de recursos
role-coordinating_doctor = médico/a coordinador/a
role-referring_doctor = médico/a responsable
role-intensivist = intensivista
role-crew = dotación
role-analyst = analista
role-admin = administración
role-headquarters = central

## Lista de verificación
question-infection = Foco infeccioso
question-organ_dysfunction = Disfunción de órgano
question-no_treatment_limits = Sin limitación del soporte vital
question-adequate_resuscitation = Reanimación correcta
question-unknown = Pregunta sin nombre
answer-yes = sí
answer-no = no
reason-no_bed = no hay ninguna cama
reason-no_staff_or_technique = falta personal o técnica
reason-other_hospital_fits_better = otro hospital encaja mejor
reason-resuscitation_first = hay que reanimar antes
reason-treatment_limits = limitación del tratamiento de soporte vital
reason-no_infection = no hay infección
reason-no_organ_dysfunction = no hay disfunción de órgano
reason-unknown = motivo sin descripción

## Línea de tiempo
event-transfer-requested = Traslado { $number } solicitado por { $referring }: { $condition }, { $priority }
event-transfer-hospitals-proposed = Hospitales receptores propuestos
event-transfer-hospital-asked = Consulta enviada a { $hospital }
event-transfer-accepted = { $hospital } acepta: 4 de 4
event-transfer-rejected = { $hospital } no acepta: { $reason }
event-transfer-unit-proposed = Unidad propuesta por el optimizador
event-transfer-unit-assigned = Unidad { $unit_id } asignada
event-transfer-unit-released = Unidad { $unit_id } liberada: { $reason }
event-transfer-progressed = La dotación informa: { $step }
event-transfer-handed-over = Paciente transferido al hospital
event-transfer-condition-changed = Estado del paciente: { $condition }; { $priority }
event-transfer-priority-changed = Prioridad cambiada a { $priority }: { $reason }
event-transfer-cancelled = Traslado anulado: { $reason }
event-capacity-reported = { $hospital } informa: { $used } camas ocupadas de { $total }
event-capacity-bed-held = Cama reservada en { $hospital }
event-capacity-bed-released = Cama liberada en { $hospital }
event-capacity-bed-occupied = Cama ocupada en { $hospital }
event-unit-status-changed = { $unit_id }: { $activity }
event-unknown = Evento sin descripción
event-override = Motivo de no seguir la propuesta: { $reason }
release-diverted = desviada a un traslado más urgente
release-replaced = sustituida por otra unidad

## Por qué sí, o por qué no
why-unknown = Motivo sin descripción ({ $code })
why-reference_centre = centro de referencia del emisor
why-reference_of_nearest = centro de referencia de { $hospital }, el hospital más cercano que atiende a estos pacientes (el emisor no los atiende)
why-level_suffices = nivel { $level }, hace falta { $needed }
why-behind_reference_with_room = sin camas libres o cerrado: antes va otro centro de referencia que no consta lleno
why-free_beds = { $beds ->
    [one] { $beds } cama libre
   *[other] { $beds } camas libres
}
why-minutes_by_road = { $minutes } min por carretera
why-closed = ha cerrado la admisión
why-no_free_beds = sin camas libres
why-more_promised_than_beds = más camas prometidas que comunicadas
beds-overbooked = { $count ->
    [one] { $count } cama prometida de más
   *[other] { $count } camas prometidas de más
}
why-beds_unknown = no se sabe cuántas camas hay libres
why-beds_report_old = el último dato de camas es antiguo
why-reference_provisional = referencia provisional: el emisor no atiende a estos pacientes
why-none_has_all = ningún hospital tiene todo lo que hace falta; este es de los que más se acercan
why-level_below_need = nivel inferior al que hace falta
why-level_provisional = nivel provisional
why-child_surgery_level_proposed = nivel de cirugía pediátrica propuesto, sin fuente oficial
why-own_hospital = es el hospital emisor
why-patient_is_there = el paciente ya está allí
why-declined = ha dicho que no: { $reason }
why-took_back = había aceptado y lo retiró: { $reason }
page-ask-again = Volver a pedírselo, aunque haya dicho que no
page-beyond = { $count ->
    [one] Otro que también serviría
   *[other] { $count } más que también servirían
}
why-care_not_offered = no atiende a estos pacientes
why-level_too_low = nivel { $level }, hace falta { $needed }
why-farther_than_candidates = a { $minutes } min: más lejos que los propuestos
why-capacity_after_candidates = menos capacidad que los propuestos
why-no_receiving_hospital = ningún hospital receptor posible
why-no_eligible_unit = ninguna unidad disponible del tipo necesario
why-hospitals_full = todos los hospitales posibles están llenos
why-shift_ends = ninguna unidad acabaría dentro del turno
why-outranked = las unidades posibles sirven traslados más urgentes
why-best_plan = la mejor dentro del plan de todos los traslados
why-diversion_gains = con este desvío se llega { $minutes } min antes
why-diversion_serves = sin este desvío no iría nadie
why-diversion_delays = lo paga { $number }: se llega { $minutes } min más tarde, en { $bedside_min } min
why-diversion_leaves = lo paga { $number }: no queda nadie para ir
why-diversion_spares = a { $number }, que este equipo deja, se llega igualmente en { $bedside_min } min
why-type_not_allowed = tipo de unidad no permitido para este paciente
why-off_shift = acabaría { $minutes } min después del turno
why-pinned = no se puede mover: ya hace { $number }
why-busy_with = ocupada con { $number }{ $level ->
    [unserved_p0] {" "}(prioridad 0 sin unidad, { $by })
    [max_p0_response] {" "}(respuesta más larga de prioridad 0, { $by })
    [sum_p0_response] {" "}(respuesta total de prioridad 0, { $by })
    [unserved_3h] {" "}(3 h sin unidad, { $by })
    [broken_windows] {" "}(ventanas incumplidas, { $by })
    [total_lateness] {" "}(retraso total, { $by })
    [cost] {" "}(coste, { $by })
   *[other] {""}
}
why-would_delay = haría esperar a { $number } { $minutes } min más{ $level ->
    [unserved_p0] {" "}(prioridad 0 sin unidad, { $by })
    [max_p0_response] {" "}(respuesta más larga de prioridad 0, { $by })
    [sum_p0_response] {" "}(respuesta total de prioridad 0, { $by })
    [unserved_3h] {" "}(3 h sin unidad, { $by })
    [broken_windows] {" "}(ventanas incumplidas, { $by })
    [total_lateness] {" "}(retraso total, { $by })
    [cost] {" "}(coste, { $by })
   *[other] {""}
}
why-arrives_later = llega { $minutes } min más tarde{ $level ->
    [unserved_p0] {" "}(prioridad 0 sin unidad, { $by })
    [max_p0_response] {" "}(respuesta más larga de prioridad 0, { $by })
    [sum_p0_response] {" "}(respuesta total de prioridad 0, { $by })
    [unserved_3h] {" "}(3 h sin unidad, { $by })
    [broken_windows] {" "}(ventanas incumplidas, { $by })
    [total_lateness] {" "}(retraso total, { $by })
    [cost] {" "}(coste, { $by })
   *[other] {""}
}
why-costs_coverage = dejaría su zona sin cobertura
why-switches_crew = haría cambiar de servicio a una dotación que ya va
why-costs_more = más coste de conducción y espera{ $level ->
    [unserved_p0] {" "}(prioridad 0 sin unidad, { $by })
    [max_p0_response] {" "}(respuesta más larga de prioridad 0, { $by })
    [sum_p0_response] {" "}(respuesta total de prioridad 0, { $by })
    [unserved_3h] {" "}(3 h sin unidad, { $by })
    [broken_windows] {" "}(ventanas incumplidas, { $by })
    [total_lateness] {" "}(retraso total, { $by })
    [cost] {" "}(coste, { $by })
   *[other] {""}
}
why-as_good = igual de buena: es la siguiente opción
why-better = mejor en este cambio: el plan no está demostrado{ $level ->
    [unserved_p0] {" "}(prioridad 0 sin unidad, { $by })
    [max_p0_response] {" "}(respuesta más larga de prioridad 0, { $by })
    [sum_p0_response] {" "}(respuesta total de prioridad 0, { $by })
    [unserved_3h] {" "}(3 h sin unidad, { $by })
    [broken_windows] {" "}(ventanas incumplidas, { $by })
    [total_lateness] {" "}(retraso total, { $by })
    [cost] {" "}(coste, { $by })
   *[other] {""}
}

## El protocolo o las reglas dicen que no
refused-unknown = No se ha podido hacer ({ $code }).
refused-no_answer = El servidor no responde. No sabemos si se ha hecho: vuelve a intentarlo, no se hará dos veces.
refused-already_assigned = La unidad { $unit } ya tiene este traslado.
refused-changed_since = { $person } ha cambiado este traslado después de que lo miraras. Mira cómo está y vuelve a decidir.
refused-beds_out_of_range = Número de camas fuera de rango ({ $value }). Permitido: { $allowed }.
refused-checklist_version_unknown = Esta versión de la lista de verificación no existe.
refused-hospital_declined = Este hospital ya ha dicho que no. Para volver a pedírselo, escriba por qué.
refused-hospital_not_suitable = Este hospital no puede recibir a este paciente. Posibles: { $allowed }.
refused-no_hospital_left = Este hospital no puede recibir a este paciente y no queda ninguno que proponer: háblelo con el médico o médica de la central.
refused-instance_invalid = El problema no se puede leer: { $problem }. Permitido: { $allowed }.
refused-instant_without_zone = Falta la zona horaria.
refused-level_not_offered = { $hospital } no ofrece el nivel { $level }.
refused-no_bed_held = No hay ninguna cama reservada en este hospital.
refused-not_agreed = Hace falta el acuerdo 4 de 4 antes de asignar una unidad.
refused-not_asked = Ahora mismo este hospital no está consultado para este traslado.
refused-not_at_this_stage = En esta etapa ({ $stage }) no se puede hacer.
refused-only_doctors_lower = Solo un médico (intensivista o coordinador) puede bajar la prioridad.
refused-out_of_order = La hora no encaja con los pasos anteriores. Permitido: { $allowed }.
refused-override_reason_needed = No es la primera propuesta: hay que escribir el motivo.
refused-own_request = Quien pide el traslado no lo puede aceptar.
refused-patient_already_requested = Este paciente ya tiene un traslado abierto: { $number }.
refused-pin_impossible = La unidad { $unit } no puede mantener su traslado.
refused-plan_invalid = El plan no se puede leer: { $problem }. Permitido: { $allowed }.
refused-position_invalid = La posición no puede ser cierta. Permitido: { $allowed }.
refused-question_unanswered = Hay que responder a todas las preguntas: { $given } de { $needed }.
refused-question_unknown = Esta pregunta no es de esta lista.
refused-reason_needed = Hay que elegir un motivo de la lista.
refused-requested_twice = Este traslado ya existe.
refused-role_not_allowed = Tu perfil no puede hacerlo. Pueden: { $allowed }.
refused-same_priority = Ya tiene esta prioridad.
refused-text_invalid = Texto vacío, demasiado largo o con caracteres no permitidos ({ $allowed }).
refused-reason_without_word = El motivo necesita como mínimo una palabra: un guion o un punto no dicen nada a quien lo lee.
refused-transfer_to_oneself = El hospital emisor no puede ser también el receptor.
refused-treatment_limits = Con limitación del tratamiento de soporte vital no se activa el código. La atención básica continúa.
refused-unit_loaded = La unidad { $unit } lleva a un paciente: no se puede desviar.
refused-unit_not_available = La unidad { $unit } no está disponible.
refused-unit_off_shift = La unidad { $unit } está fuera de turno.
refused-unit_type_never = Una unidad de soporte vital básico no puede hacer estos traslados.
refused-unknown_hospital = Este hospital no está en la red.
refused-unknown_place = Este lugar no está en el mapa de carreteras.
refused-unknown_transfer = Este traslado no existe o no es visible para ti.
refused-unknown_unit = Esta unidad no existe.
refused-value_out_of_range = Valor fuera de rango ({ $value }). Permitido: { $allowed }.
refused-version_invalid = La versión vista no es un número ({ $value }).
refused-hospital_needed = Falta el hospital.
refused-key_reused = La misma clave de envío se ha usado para otra orden.
refused-no_unit_assigned = Este traslado no tiene ninguna unidad asignada.
refused-not_your_hospital = Solo lo puedes hacer para tu hospital ({ $allowed }).
refused-origin_needed = Falta la dirección pública del servicio ({ $field }). Permitido: { $allowed }.
refused-password_too_short = La contraseña es demasiado corta. Permitido: { $allowed } caracteres.
refused-role_not_for_people = Ninguna persona puede tener este perfil.
refused-secret_needed = Falta el secreto del servicio ({ $field }). Permitido: { $allowed } caracteres.
refused-secret_unsafe = { $fault ->
    [short] El secreto del servicio ({ $field }) es demasiado corto: hacen falta { $least } caracteres o más.
    [demo] El secreto del servicio ({ $field }) es el de la demostración, que todo el mundo conoce: hacen falta { $least } caracteres o más al azar.
   *[plain] El secreto del servicio ({ $field }) repite demasiado los mismos caracteres: hacen falta al menos { $different } diferentes, mejor al azar.
}
refused-ages_differ = Hay dos edades que no son de un mismo paciente: described/age_years es { $years } y described/age_months es { $months }. Indique solo una.
refused-setting_invalid = { $field } es «{ $value }» y eso no se admite. Admitido: { $allowed }.
refused-setting_missing = Falta { $field }. Admitido: { $allowed }.
refused-setting_of_file_invalid = En el fichero { $file }, { $field } es «{ $value }» y eso no se admite. Admitido: { $allowed }.
refused-setting_of_file_unknown = En el fichero { $file }, { $field } no es ninguna clave de configuración. Admitido: { $allowed }.
refused-file_of_setting_unreadable = El fichero { $value } que indica { $field } no se puede leer: { $why }.
refused-proxies_are_everybody = { $field } ({ $value }) abarca tantas direcciones que casi cualquiera podría decir de quién es una petición. Nombre solo los intermediarios de delante, por ejemplo { $allowed }.
refused-sign_in_failed = El nombre de usuario o la contraseña no son correctos.
refused-unit_already_assigned = Esta unidad ya tiene otro traslado.
refused-unit_needed = Falta la unidad.
refused-unit_on_mission = La unidad { $unit } hace un traslado: su estado lo marca el traslado. Si no puede seguir, dígalo en el traslado.
refused-unknown_person = Esta persona no existe.
refused-username_taken = Este nombre de usuario ya existe.
refused-body_invalid = La petición no tiene la forma necesaria ({ $field }): { $allowed }.
refused-body_too_large = La petición es demasiado grande. Permitido: { $allowed } bytes.
refused-cross_site = La petición viene de otro sitio web y no se acepta.
refused-key_needed = Falta la clave de envío de la orden.
refused-media_type = Formato no admitido ({ $value }). Permitido: { $allowed }.
refused-not_json = La petición no se puede leer.
refused-not_signed_in = La sesión ha terminado: vuelve a entrar.
refused-too_deep = La petición tiene demasiados niveles. Permitido: { $allowed }.
refused-unit_free_later = La unidad { $unit } todavía no está libre.
refused-unknown_path = Esta dirección no existe.
cutoffs-all = Puntos de corte de los hospitales
phones-title = Acuerdos por teléfono
