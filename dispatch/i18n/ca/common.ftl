### Paraules compartides per totes les pantalles. El català és la llengua d'origen.

service-name = Codi Sèpsia Interhospitalari
product-name = CSI Dispatch
demo-mark = DEMO
demo-sentence = Dades fictícies per a la formació: cap pacient és real.
provisional-mark = *
provisional-legend = * Dada provisional, pendent de confirmació oficial.
provisional-level = Nivell provisional, pendent de confirmació oficial
provisional-wording = Redactat provisional de les preguntes, pendent de confirmació del SEM
decision-support = Ajuda a la decisió: sempre confirma una persona.
not-known = no se sap
yes = Sí
no = No
language-ca = Català
language-es = Castellano
language-en = English

## Etapes del trasllat
stage-requested = sol·licitat
stage-asked = consultat a l’UCI
stage-accepted = acceptat, sense unitat
stage-assigned = unitat assignada
stage-notified = dotació avisada
stage-en_route = en ruta cap al pacient
stage-at_patient = amb el pacient
stage-departed = en trasllat
stage-arrived = a l’hospital receptor
stage-sender = de nou a l’hospital emissor
stage-withdrawn = en un hospital que ha retirat l’acord
stage-denied = en un hospital on neguen l’acord
stage-unagreed = en un hospital que no ha donat l’acord
stage-handed_over = transferit
stage-cancelled = anul·lat

step-notified = avís rebut
step-en_route = en ruta
step-at_patient = amb el pacient
step-departed = sortida amb el pacient
step-arrived = arribada a l’hospital
step-handed_over = transferència feta

milestone-requested_at = Sol·licitud
milestone-asked_at = Consulta a l’UCI
milestone-agreed_at = Acord 4 de 4
milestone-assigned_at = Unitat assignada
milestone-notified_at = Dotació avisada
milestone-en_route_at = En ruta
milestone-at_patient_at = Amb el pacient
milestone-departed_at = Sortida
milestone-arrived_at = Arribada
milestone-handed_over_at = Transferència
milestone-cancelled_at = Anul·lació

## Prioritat i malaltia
priority-P0 = Prioritat 0
priority-3h = Fins a 3 h
priority-short-P0 = P0
priority-short-3h = 3 h
priority-words-P0 = Immediat: xoc sèptic o fallada multiorgànica
priority-words-3h = La unitat amb el pacient abans de 3 h des de l’acord
condition-sepsis = sèpsia
condition-septic_shock = xoc sèptic
condition-multi_organ_failure = fallada multiorgànica
rule-septic_shock = Xoc sèptic: prioritat 0
rule-multi_organ_failure = Fallada multiorgànica: prioritat 0
rule-needs_vasoactives = Necessita vasoactius: prioritat 0
rule-hypotensive_after_fluids = Hipotensió després dels fluids: prioritat 0
rule-sepsis = Sèpsia sense xoc: fins a 3 h
rule-by_hand = Prioritat canviada per una persona
rule-unknown = Regla sense descripció

## Pacient
care-adult = adult
care-paediatric = pediàtric
focus-respiratory = respiratori
focus-urinary = urinari
focus-abdominal = abdominal
focus-soft_tissue = pell i parts toves
focus-central_nervous_system = sistema nerviós central
focus-endovascular = endovascular
focus-unknown = desconegut
clinical-focus = Focus
clinical-lactate_mmol_l = Lactat (mmol/L)
clinical-map_mmhg = PAM (mmHg)
clinical-heart_rate_bpm = Freqüència cardíaca (bat./min)
clinical-respiratory_rate_rpm = Freqüència respiratòria (resp./min)
clinical-spo2_pct = SpO₂ (%)
clinical-gcs = Glasgow
clinical-antibiotic_at = Antibiòtic
clinical-fluids_ml = Volum (mL)
clinical-noradrenaline_mcg_kg_min = Noradrenalina (µg/kg/min)
need-icu = llit d’UCI
need-complex_source_control = control complex del focus
need-ecmo = ECMO
need-vasoactives = vasoactius
need-ventilation = ventilació mecànica
need-isolation = aïllament
need-weight_kg = Pes (kg)

## Hospitals i llits
level-SEP-1 = SEP-1
level-SEP-2a = SEP-2a
level-SEP-2b = SEP-2b
level-words-SEP-1 = ressuscitació i control del focus
level-words-SEP-2a = amb UCI
level-words-SEP-2b = amb UCI i cirurgia de qualsevol focus les 24 h
bed-kind-icu = UCI d’adults
bed-kind-picu = UCI pediàtrica
hospital-referring = Hospital emissor
hospital-receiving = Hospital receptor
hospital-asked = Hospital consultat
hospital-reference = centre de referència

## Unitats
unit-type-SVA = suport vital avançat, amb metge
unit-type-SVI = suport vital intermedi, amb infermera
unit-type-SVB = suport vital bàsic
unit-type-PED = equip pediàtric
unit-type-HELI = helicòpter medicalitzat
activity-station = a la base
activity-other_mission = en un altre servei
activity-dispatched = assignada
activity-acknowledged = avís rebut
activity-en_route = en ruta
activity-patient_contact = amb el pacient
activity-transporting = en trasllat
activity-hospital = a l’hospital
activity-clearing = neteja i reposició
activity-out_of_service = fora de servei
activity-off_duty = fora de torn
assignability-available = disponible
assignability-not_available = no disponible
assignability-unknown = no se sap

## Persones
role-dispatcher = gestor/a de recursos
role-coordinating_doctor = metge/essa coordinador/a
role-referring_doctor = metge/essa responsable
role-intensivist = intensivista
role-crew = dotació
role-analyst = analista
role-admin = administració
role-headquarters = central

## Llista de verificació
question-infection = Focus infecciós
question-organ_dysfunction = Disfunció d’òrgan
question-no_treatment_limits = Sense limitació del suport vital
question-adequate_resuscitation = Ressuscitació correcta
question-unknown = Pregunta sense nom
answer-yes = sí
answer-no = no
reason-no_bed = no hi ha cap llit
reason-no_staff_or_technique = falta personal o tècnica
reason-other_hospital_fits_better = un altre hospital hi encaixa millor
reason-resuscitation_first = cal ressuscitar abans
reason-treatment_limits = limitació del tractament de suport vital
reason-no_infection = no hi ha infecció
reason-no_organ_dysfunction = no hi ha disfunció d’òrgan
reason-unknown = motiu sense descripció

## Línia de temps
event-transfer-requested = Trasllat { $number } sol·licitat per { $referring }: { $condition }, { $priority }
event-transfer-hospitals-proposed = Hospitals receptors proposats
event-transfer-hospital-asked = Consulta enviada a { $hospital }
event-transfer-accepted = { $hospital } accepta: 4 de 4
event-transfer-rejected = { $hospital } no accepta: { $reason }
event-transfer-unit-proposed = Unitat proposada per l’optimitzador
event-transfer-unit-assigned = Unitat { $unit_id } assignada
event-transfer-unit-released = Unitat { $unit_id } alliberada: { $reason }
event-transfer-progressed = La dotació informa: { $step }
event-transfer-handed-over = Pacient transferit a l’hospital
event-transfer-condition-changed = Estat del pacient: { $condition }; { $priority }
event-transfer-priority-changed = Prioritat canviada a { $priority }: { $reason }
event-transfer-cancelled = Trasllat anul·lat: { $reason }
event-capacity-reported = { $hospital } informa: { $used } llits ocupats de { $total }
event-capacity-bed-held = Llit reservat a { $hospital }
event-capacity-bed-released = Llit alliberat a { $hospital }
event-capacity-bed-occupied = Llit ocupat a { $hospital }
event-unit-status-changed = { $unit_id }: { $activity }
event-unknown = Esdeveniment sense descripció
event-override = Motiu de no seguir la proposta: { $reason }
release-diverted = desviada a un trasllat més urgent
release-replaced = substituïda per una altra unitat

## Per què sí, o per què no
why-unknown = Motiu sense descripció ({ $code })
why-reference_centre = centre de referència de l’emissor
why-reference_of_nearest = centre de referència de { $hospital }, l’hospital més proper que atén aquests pacients (l’emissor no els atén)
why-level_suffices = nivell { $level }, en cal { $needed }
why-behind_reference_with_room = sense llits lliures o tancat: abans va un altre centre de referència que no consta ple
why-free_beds = { $beds ->
    [one] { $beds } llit lliure
   *[other] { $beds } llits lliures
}
why-minutes_by_road = { $minutes } min per carretera
why-closed = ha tancat l’admissió
why-no_free_beds = sense llits lliures
why-more_promised_than_beds = més llits promesos que comunicats
beds-overbooked = { $count ->
    [one] { $count } llit promès de més
   *[other] { $count } llits promesos de més
}
why-beds_unknown = no se sap quants llits hi ha lliures
why-beds_report_old = l’última dada de llits és antiga
why-reference_provisional = referència provisional: l’emissor no atén aquests pacients
why-none_has_all = cap hospital té tot el que cal; aquest és dels que més s’hi acosten
why-level_below_need = nivell inferior al que cal
why-level_provisional = nivell provisional
why-child_surgery_level_proposed = nivell de cirurgia pediàtrica proposat, sense font oficial
why-own_hospital = és l’hospital emissor
why-patient_is_there = el pacient ja hi és
why-declined = ha dit que no: { $reason }
why-took_back = havia acceptat i ho va retirar: { $reason }
page-ask-again = Torna-l’hi a demanar, encara que hagi dit que no
page-beyond = { $count ->
    [one] Un altre que també serviria
   *[other] { $count } més que també servirien
}
why-care_not_offered = no atén aquests pacients
why-level_too_low = nivell { $level }, en cal { $needed }
why-farther_than_candidates = a { $minutes } min: més lluny que els proposats
why-capacity_after_candidates = menys capacitat que els proposats
why-no_receiving_hospital = cap hospital receptor possible
why-no_eligible_unit = cap unitat disponible del tipus que cal
why-hospitals_full = tots els hospitals possibles són plens
why-shift_ends = cap unitat acabaria dins del torn
why-outranked = les unitats possibles serveixen trasllats més urgents
why-best_plan = la millor dins del pla de tots els trasllats
why-diversion_gains = amb aquest desviament s’hi arriba { $minutes } min abans
why-diversion_serves = sense aquest desviament no hi aniria ningú
why-diversion_delays = ho paga { $number }: s’hi arriba { $minutes } min més tard, d’aquí a { $bedside_min } min
why-diversion_leaves = ho paga { $number }: no queda ningú per anar-hi
why-diversion_spares = a { $number }, que aquest equip deixa, s’hi arriba igualment d’aquí a { $bedside_min } min
why-type_not_allowed = tipus d’unitat no permès per a aquest pacient
why-off_shift = acabaria { $minutes } min després del torn
why-pinned = no es pot moure: ja fa { $number }
why-busy_with = ocupada amb { $number }{ $level ->
    [unserved_p0] {" "}(prioritat 0 sense unitat, { $by })
    [max_p0_response] {" "}(resposta més llarga de prioritat 0, { $by })
    [sum_p0_response] {" "}(resposta total de prioritat 0, { $by })
    [unserved_3h] {" "}(3 h sense unitat, { $by })
    [broken_windows] {" "}(finestres incomplertes, { $by })
    [total_lateness] {" "}(retard total, { $by })
    [cost] {" "}(cost, { $by })
   *[other] {""}
}
why-would_delay = faria esperar { $number } { $minutes } min més{ $level ->
    [unserved_p0] {" "}(prioritat 0 sense unitat, { $by })
    [max_p0_response] {" "}(resposta més llarga de prioritat 0, { $by })
    [sum_p0_response] {" "}(resposta total de prioritat 0, { $by })
    [unserved_3h] {" "}(3 h sense unitat, { $by })
    [broken_windows] {" "}(finestres incomplertes, { $by })
    [total_lateness] {" "}(retard total, { $by })
    [cost] {" "}(cost, { $by })
   *[other] {""}
}
why-arrives_later = hi arriba { $minutes } min més tard{ $level ->
    [unserved_p0] {" "}(prioritat 0 sense unitat, { $by })
    [max_p0_response] {" "}(resposta més llarga de prioritat 0, { $by })
    [sum_p0_response] {" "}(resposta total de prioritat 0, { $by })
    [unserved_3h] {" "}(3 h sense unitat, { $by })
    [broken_windows] {" "}(finestres incomplertes, { $by })
    [total_lateness] {" "}(retard total, { $by })
    [cost] {" "}(cost, { $by })
   *[other] {""}
}
why-costs_coverage = deixaria la seva zona sense cobertura
why-switches_crew = faria canviar de servei una dotació que ja hi va
why-costs_more = més cost de conducció i espera{ $level ->
    [unserved_p0] {" "}(prioritat 0 sense unitat, { $by })
    [max_p0_response] {" "}(resposta més llarga de prioritat 0, { $by })
    [sum_p0_response] {" "}(resposta total de prioritat 0, { $by })
    [unserved_3h] {" "}(3 h sense unitat, { $by })
    [broken_windows] {" "}(finestres incomplertes, { $by })
    [total_lateness] {" "}(retard total, { $by })
    [cost] {" "}(cost, { $by })
   *[other] {""}
}
why-as_good = igual de bona: és la següent opció
why-better = millor en aquest canvi: el pla no està demostrat{ $level ->
    [unserved_p0] {" "}(prioritat 0 sense unitat, { $by })
    [max_p0_response] {" "}(resposta més llarga de prioritat 0, { $by })
    [sum_p0_response] {" "}(resposta total de prioritat 0, { $by })
    [unserved_3h] {" "}(3 h sense unitat, { $by })
    [broken_windows] {" "}(finestres incomplertes, { $by })
    [total_lateness] {" "}(retard total, { $by })
    [cost] {" "}(cost, { $by })
   *[other] {""}
}

## El protocol o les regles diuen que no
refused-unknown = No s’ha pogut fer ({ $code }).
refused-no_answer = El servidor no respon. No sabem si s’ha fet: torna-ho a provar, no es farà dues vegades.
refused-already_assigned = La unitat { $unit } ja té aquest trasllat.
refused-changed_since = { $person } ha canviat aquest trasllat després que el miressis. Mira com està i torna a decidir.
refused-beds_out_of_range = Nombre de llits fora de rang ({ $value }). Permès: { $allowed }.
refused-checklist_version_unknown = Aquesta versió de la llista de verificació no existeix.
refused-hospital_declined = Aquest hospital ja ha dit que no. Per tornar-l’hi a demanar, escriu per què.
refused-hospital_not_suitable = Aquest hospital no pot rebre aquest pacient. Possibles: { $allowed }.
refused-no_hospital_left = Aquest hospital no pot rebre aquest pacient i no en queda cap per proposar: parleu-ne amb el metge o metgessa de la central.
refused-instance_invalid = El problema no es pot llegir: { $problem }. Permès: { $allowed }.
refused-instant_without_zone = Falta la zona horària.
refused-level_not_offered = { $hospital } no ofereix el nivell { $level }.
refused-no_bed_held = No hi ha cap llit reservat en aquest hospital.
refused-not_agreed = Cal l’acord 4 de 4 abans d’assignar una unitat.
refused-not_asked = Ara mateix aquest hospital no està consultat per a aquest trasllat.
refused-not_at_this_stage = En aquesta etapa ({ $stage }) no es pot fer.
refused-only_doctors_lower = Només un metge (intensivista o coordinador) pot baixar la prioritat.
refused-out_of_order = L’hora no encaixa amb els passos anteriors. Permès: { $allowed }.
refused-override_reason_needed = No és la primera proposta: cal escriure’n el motiu.
refused-own_request = Qui demana el trasllat no el pot acceptar.
refused-patient_already_requested = Aquest pacient ja té un trasllat obert: { $number }.
refused-pin_impossible = La unitat { $unit } no pot mantenir el seu trasllat.
refused-plan_invalid = El pla no es pot llegir: { $problem }. Permès: { $allowed }.
refused-position_invalid = La posició no pot ser certa. Permès: { $allowed }.
refused-question_unanswered = Cal respondre totes les preguntes: { $given } de { $needed }.
refused-question_unknown = Aquesta pregunta no és d’aquesta llista.
refused-reason_needed = Cal triar un motiu de la llista.
refused-requested_twice = Aquest trasllat ja existeix.
refused-role_not_allowed = El teu perfil no ho pot fer. Hi poden: { $allowed }.
refused-same_priority = Ja té aquesta prioritat.
refused-text_invalid = Text buit, massa llarg o amb caràcters no permesos ({ $allowed }).
refused-reason_without_word = Al motiu li cal com a mínim una paraula: un guió o un punt no diuen res a qui el llegeix.
refused-transfer_to_oneself = L’hospital emissor no pot ser també el receptor.
refused-treatment_limits = Amb limitació del tractament de suport vital no s’activa el codi. L’atenció bàsica continua.
refused-unit_loaded = La unitat { $unit } porta un pacient: no es pot desviar.
refused-unit_not_available = La unitat { $unit } no està disponible.
refused-unit_off_shift = La unitat { $unit } és fora de torn.
refused-unit_type_never = Una unitat de suport vital bàsic no pot fer aquests trasllats.
refused-unknown_hospital = Aquest hospital no és a la xarxa.
refused-unknown_place = Aquest lloc no és al mapa de carreteres.
refused-unknown_transfer = Aquest trasllat no existeix o no és visible per a tu.
refused-unknown_unit = Aquesta unitat no existeix.
refused-value_out_of_range = Valor fora de rang ({ $value }). Permès: { $allowed }.
refused-version_invalid = La versió vista no és un nombre ({ $value }).
refused-hospital_needed = Falta l’hospital.
refused-key_reused = La mateixa clau d’enviament s’ha fet servir per a una altra ordre.
refused-no_unit_assigned = Aquest trasllat no té cap unitat assignada.
refused-not_your_hospital = Només ho pots fer per al teu hospital ({ $allowed }).
refused-origin_needed = Falta l’adreça pública del servei ({ $field }). Permès: { $allowed }.
refused-password_too_short = La contrasenya és massa curta. Permès: { $allowed } caràcters.
refused-role_not_for_people = Cap persona pot tenir aquest perfil.
refused-secret_needed = Falta el secret del servei ({ $field }). Permès: { $allowed } caràcters.
refused-secret_unsafe = { $fault ->
    [short] El secret del servei ({ $field }) és massa curt: calen { $least } caràcters o més.
    [demo] El secret del servei ({ $field }) és el de la demostració, que tothom coneix: calen { $least } caràcters o més a l’atzar.
   *[plain] El secret del servei ({ $field }) repeteix massa els mateixos caràcters: calen almenys { $different } de diferents, millor a l’atzar.
}
refused-ages_differ = Hi ha dues edats que no són d’un mateix pacient: described/age_years és { $years } i described/age_months és { $months }. Indiqueu-ne només una.
refused-setting_invalid = { $field } és «{ $value }», i això no s’admet. Admès: { $allowed }.
refused-setting_missing = Falta { $field }. Admès: { $allowed }.
refused-setting_of_file_invalid = Al fitxer { $file }, { $field } és «{ $value }», i això no s’admet. Admès: { $allowed }.
refused-setting_of_file_unknown = Al fitxer { $file }, { $field } no és cap clau de configuració. Admès: { $allowed }.
refused-file_of_setting_unreadable = El fitxer { $value } que indica { $field } no es pot llegir: { $why }.
refused-proxies_are_everybody = { $field } ({ $value }) abasta tantes adreces que gairebé tothom podria dir de qui és una petició. Anomeneu només els intermediaris del davant, per exemple { $allowed }.
refused-sign_in_failed = El nom d’usuari o la contrasenya no són correctes.
refused-unit_already_assigned = Aquesta unitat ja té un altre trasllat.
refused-unit_needed = Falta la unitat.
refused-unit_on_mission = La unitat { $unit } fa un trasllat: el seu estat el marca el trasllat. Si no pot continuar, digueu-ho al trasllat.
refused-unknown_person = Aquesta persona no existeix.
refused-username_taken = Aquest nom d’usuari ja existeix.
refused-body_invalid = La petició no té la forma que cal ({ $field }): { $allowed }.
refused-body_too_large = La petició és massa gran. Permès: { $allowed } bytes.
refused-cross_site = La petició ve d’un altre lloc web i no s’accepta.
refused-key_needed = Falta la clau d’enviament de l’ordre.
refused-media_type = Format no admès ({ $value }). Permès: { $allowed }.
refused-not_json = La petició no es pot llegir.
refused-not_signed_in = La sessió s’ha acabat: torna a entrar.
refused-too_deep = La petició té massa nivells. Permès: { $allowed }.
refused-unit_free_later = La unitat { $unit } encara no està lliure.
refused-unknown_path = Aquesta adreça no existeix.
cutoffs-all = Punts de tall dels hospitals
phones-title = Acords per telèfon
