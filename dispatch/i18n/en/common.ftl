### Words shared by all screens.

service-name = Interhospital Sepsis Code
product-name = CSI Dispatch
demo-mark = DEMO
demo-sentence = Made-up data for training: no patient is real.
provisional-mark = *
provisional-legend = * Provisional fact, awaiting official confirmation.
provisional-level = Provisional level, awaiting official confirmation
provisional-wording = Provisional wording of the questions, awaiting confirmation by SEM
decision-support = Decision support: a person always confirms.
not-known = not known
yes = Yes
no = No
language-ca = Català
language-es = Castellano
language-en = English

## Stages of a transfer
stage-requested = requested
stage-asked = ICU asked
stage-accepted = accepted, no unit
stage-assigned = unit assigned
stage-notified = crew notified
stage-en_route = en route to the patient
stage-at_patient = with the patient
stage-departed = in transit
stage-arrived = at the receiving hospital
stage-sender = back at the sending hospital
stage-withdrawn = at a hospital that has withdrawn its agreement
stage-denied = at a hospital that denies the agreement
stage-unagreed = at a hospital that has not agreed
stage-handed_over = handed over
stage-cancelled = cancelled

step-notified = notice acknowledged
step-en_route = en route
step-at_patient = with the patient
step-departed = left with the patient
step-arrived = arrived at the hospital
step-handed_over = handed over

milestone-requested_at = Request
milestone-asked_at = ICU asked
milestone-agreed_at = Agreement 4 of 4
milestone-assigned_at = Unit assigned
milestone-notified_at = Crew notified
milestone-en_route_at = En route
milestone-at_patient_at = With the patient
milestone-departed_at = Departure
milestone-arrived_at = Arrival
milestone-handed_over_at = Handover
milestone-cancelled_at = Cancellation

## Priority and illness
priority-P0 = Priority 0
priority-3h = Up to 3 h
priority-short-P0 = P0
priority-short-3h = 3 h
priority-words-P0 = Immediate: septic shock or multi-organ failure
priority-words-3h = The unit with the patient within 3 h of the agreement
condition-sepsis = sepsis
condition-septic_shock = septic shock
condition-multi_organ_failure = multi-organ failure
rule-septic_shock = Septic shock: priority 0
rule-multi_organ_failure = Multi-organ failure: priority 0
rule-needs_vasoactives = Needs vasoactives: priority 0
rule-hypotensive_after_fluids = Hypotension after fluids: priority 0
rule-sepsis = Sepsis without shock: up to 3 h
rule-by_hand = Priority changed by a person
rule-unknown = Rule without description

## Patient
care-adult = adult
care-paediatric = paediatric
focus-respiratory = respiratory
focus-urinary = urinary
focus-abdominal = abdominal
focus-soft_tissue = skin and soft tissue
focus-central_nervous_system = central nervous system
focus-endovascular = endovascular
focus-unknown = unknown
clinical-focus = Focus
clinical-lactate_mmol_l = Lactate (mmol/L)
clinical-map_mmhg = MAP (mmHg)
clinical-heart_rate_bpm = Heart rate (beats/min)
clinical-respiratory_rate_rpm = Respiratory rate (breaths/min)
clinical-spo2_pct = SpO₂ (%)
clinical-gcs = Glasgow
clinical-antibiotic_at = Antibiotic
clinical-fluids_ml = Fluids (mL)
clinical-noradrenaline_mcg_kg_min = Noradrenaline (µg/kg/min)
need-icu = ICU bed
need-complex_source_control = complex source control
need-ecmo = ECMO
need-vasoactives = vasoactives
need-ventilation = mechanical ventilation
need-isolation = isolation
need-weight_kg = Weight (kg)

## Hospitals and beds
level-SEP-1 = SEP-1
level-SEP-2a = SEP-2a
level-SEP-2b = SEP-2b
level-words-SEP-1 = resuscitation and source control
level-words-SEP-2a = with ICU
level-words-SEP-2b = with ICU and surgery of every focus day and night
bed-kind-icu = adult ICU
bed-kind-picu = paediatric ICU
hospital-referring = Referring hospital
hospital-receiving = Receiving hospital
hospital-asked = Hospital asked
hospital-reference = reference centre

## Units
unit-type-SVA = advanced life support, with a doctor
unit-type-SVI = intermediate life support, nurse-led
unit-type-SVB = basic life support
unit-type-PED = paediatric team
unit-type-HELI = medical helicopter
activity-station = at base
activity-other_mission = on another mission
activity-dispatched = assigned
activity-acknowledged = notice acknowledged
activity-en_route = en route
activity-patient_contact = with the patient
activity-transporting = in transit
activity-hospital = at the hospital
activity-clearing = cleaning and restocking
activity-out_of_service = out of service
activity-off_duty = off duty
assignability-available = available
assignability-not_available = not available
assignability-unknown = not known

## People
role-dispatcher = dispatcher
role-coordinating_doctor = coordinating doctor
role-referring_doctor = doctor in charge
role-intensivist = intensivist
role-crew = crew
role-analyst = analyst
role-admin = administration
role-headquarters = headquarters

## Checklist
question-infection = Focus of infection
question-organ_dysfunction = Organ dysfunction
question-no_treatment_limits = No limitation of life support
question-adequate_resuscitation = Right resuscitation
question-unknown = Question without a name
answer-yes = yes
answer-no = no
reason-no_bed = no bed
reason-no_staff_or_technique = no staff or technique
reason-other_hospital_fits_better = another hospital fits better
reason-resuscitation_first = resuscitation first
reason-treatment_limits = limitation of life-sustaining treatment
reason-no_infection = no infection
reason-no_organ_dysfunction = no organ dysfunction
reason-unknown = reason without description

## Timeline
event-transfer-requested = Transfer { $number } requested by { $referring }: { $condition }, { $priority }
event-transfer-hospitals-proposed = Receiving hospitals proposed
event-transfer-hospital-asked = Request sent to { $hospital }
event-transfer-accepted = { $hospital } accepts: 4 of 4
event-transfer-rejected = { $hospital } does not accept: { $reason }
event-transfer-unit-proposed = Unit proposed by the optimiser
event-transfer-unit-assigned = Unit { $unit_id } assigned
event-transfer-unit-released = Unit { $unit_id } released: { $reason }
event-transfer-progressed = The crew reports: { $step }
event-transfer-handed-over = Patient handed over at the hospital
event-transfer-condition-changed = Condition of the patient: { $condition }; { $priority }
event-transfer-priority-changed = Priority changed to { $priority }: { $reason }
event-transfer-cancelled = Transfer cancelled: { $reason }
event-capacity-reported = { $hospital } reports: { $used } of { $total } beds in use
event-capacity-bed-held = Bed held at { $hospital }
event-capacity-bed-released = Bed released at { $hospital }
event-capacity-bed-occupied = Bed taken at { $hospital }
event-unit-status-changed = { $unit_id }: { $activity }
event-unknown = Event without description
event-override = Reason for not following the proposal: { $reason }
release-diverted = diverted to a more urgent transfer
release-replaced = replaced by another unit

## Why, or why not
why-unknown = Reason without description ({ $code })
why-reference_centre = reference centre of the referring hospital
why-reference_of_nearest = reference centre of { $hospital }, the nearest hospital that treats these patients (the referring one does not)
why-level_suffices = level { $level }, { $needed } needed
why-behind_reference_with_room = no free beds, or closed: another reference centre, not known to be full, comes before
why-free_beds = { $beds ->
    [one] { $beds } bed free
   *[other] { $beds } beds free
}
why-minutes_by_road = { $minutes } min by road
why-closed = closed to admissions
why-no_free_beds = no free beds
why-more_promised_than_beds = more beds promised than reported
beds-overbooked = { $count ->
    [one] { $count } bed promised too many
   *[other] { $count } beds promised too many
}
why-beds_unknown = free beds not known
why-beds_report_old = the last report of beds is old
why-reference_provisional = provisional reference: the referring hospital does not treat these patients
why-none_has_all = no hospital has everything that is needed; this is one of those that come nearest
why-level_below_need = level below the one needed
why-level_provisional = provisional level
why-child_surgery_level_proposed = paediatric surgery level proposed, no official source
why-own_hospital = is the referring hospital
why-patient_is_there = the patient is there already
why-declined = said no: { $reason }
why-took_back = had agreed and took it back: { $reason }
page-ask-again = Ask it again, although it said no
page-beyond = { $count ->
    [one] Another one that would do
   *[other] Another { $count } that would do
}
why-care_not_offered = does not treat these patients
why-level_too_low = level { $level }, { $needed } needed
why-farther_than_candidates = { $minutes } min away: farther than those proposed
why-capacity_after_candidates = less capacity than those proposed
why-no_receiving_hospital = no possible receiving hospital
why-no_eligible_unit = no unit of the type needed is available
why-hospitals_full = every possible hospital is full
why-shift_ends = no unit would end within its shift
why-outranked = the possible units serve more urgent transfers
why-best_plan = the best within the plan for all transfers
why-diversion_gains = reached { $minutes } min sooner by this diversion
why-diversion_serves = without this diversion nobody would come
why-diversion_delays = { $number } pays: reached { $minutes } min later, in { $bedside_min } min
why-diversion_leaves = { $number } pays: nobody is left to go
why-diversion_spares = { $number }, left by this crew, is reached in { $bedside_min } min all the same
why-type_not_allowed = type of unit not allowed for this patient
why-off_shift = would end { $minutes } min after its shift
why-pinned = can’t be moved: already does { $number }
why-busy_with = busy with { $number }{ $level ->
    [unserved_p0] {" "}(priority 0 unserved, { $by })
    [max_p0_response] {" "}(longest response of priority 0, { $by })
    [sum_p0_response] {" "}(total response of priority 0, { $by })
    [unserved_3h] {" "}(3 h unserved, { $by })
    [broken_windows] {" "}(windows broken, { $by })
    [total_lateness] {" "}(total lateness, { $by })
    [cost] {" "}(cost, { $by })
   *[other] {""}
}
why-would_delay = would make { $number } wait { $minutes } min more{ $level ->
    [unserved_p0] {" "}(priority 0 unserved, { $by })
    [max_p0_response] {" "}(longest response of priority 0, { $by })
    [sum_p0_response] {" "}(total response of priority 0, { $by })
    [unserved_3h] {" "}(3 h unserved, { $by })
    [broken_windows] {" "}(windows broken, { $by })
    [total_lateness] {" "}(total lateness, { $by })
    [cost] {" "}(cost, { $by })
   *[other] {""}
}
why-arrives_later = arrives { $minutes } min later{ $level ->
    [unserved_p0] {" "}(priority 0 unserved, { $by })
    [max_p0_response] {" "}(longest response of priority 0, { $by })
    [sum_p0_response] {" "}(total response of priority 0, { $by })
    [unserved_3h] {" "}(3 h unserved, { $by })
    [broken_windows] {" "}(windows broken, { $by })
    [total_lateness] {" "}(total lateness, { $by })
    [cost] {" "}(cost, { $by })
   *[other] {""}
}
why-costs_coverage = would leave its area without cover
why-switches_crew = would switch a crew already on its way
why-costs_more = more driving and waiting{ $level ->
    [unserved_p0] {" "}(priority 0 unserved, { $by })
    [max_p0_response] {" "}(longest response of priority 0, { $by })
    [sum_p0_response] {" "}(total response of priority 0, { $by })
    [unserved_3h] {" "}(3 h unserved, { $by })
    [broken_windows] {" "}(windows broken, { $by })
    [total_lateness] {" "}(total lateness, { $by })
    [cost] {" "}(cost, { $by })
   *[other] {""}
}
why-as_good = just as good: the next option
why-better = better in this one change: the plan is not proven{ $level ->
    [unserved_p0] {" "}(priority 0 unserved, { $by })
    [max_p0_response] {" "}(longest response of priority 0, { $by })
    [sum_p0_response] {" "}(total response of priority 0, { $by })
    [unserved_3h] {" "}(3 h unserved, { $by })
    [broken_windows] {" "}(windows broken, { $by })
    [total_lateness] {" "}(total lateness, { $by })
    [cost] {" "}(cost, { $by })
   *[other] {""}
}

## The protocol or the rules say no
refused-unknown = It could not be done ({ $code }).
refused-no_answer = The server does not answer. We don’t know whether it was done: try again, it won’t be done twice.
refused-already_assigned = Unit { $unit } already has this transfer.
refused-changed_since = { $person } has changed this transfer since you looked at it. See how it stands and decide again.
refused-beds_out_of_range = Number of beds out of range ({ $value }). Allowed: { $allowed }.
refused-checklist_version_unknown = This version of the checklist does not exist.
refused-hospital_declined = This hospital has already said no. To ask it again, write why.
refused-hospital_not_suitable = This hospital can’t receive this patient. Possible: { $allowed }.
refused-no_hospital_left = This hospital can’t receive this patient and none is left to propose: talk to the doctor at headquarters.
refused-instance_invalid = The problem can’t be read: { $problem }. Allowed: { $allowed }.
refused-instant_without_zone = The time zone is missing.
refused-level_not_offered = { $hospital } does not offer level { $level }.
refused-no_bed_held = No bed is held at this hospital.
refused-not_agreed = The 4 of 4 agreement comes before a unit.
refused-not_asked = This hospital is not being asked for this transfer right now.
refused-not_at_this_stage = Not possible at this stage ({ $stage }).
refused-only_doctors_lower = Only a doctor (intensivist or coordinating) may lower the priority.
refused-out_of_order = The time does not fit the steps before. Allowed: { $allowed }.
refused-override_reason_needed = This is not the first proposal: write the reason.
refused-own_request = Whoever asks for the transfer can’t accept it.
refused-patient_already_requested = This patient already has an open transfer: { $number }.
refused-pin_impossible = Unit { $unit } can’t keep its transfer.
refused-plan_invalid = The plan can’t be read: { $problem }. Allowed: { $allowed }.
refused-position_invalid = This position can’t be true. Allowed: { $allowed }.
refused-question_unanswered = Every question needs an answer: { $given } of { $needed }.
refused-question_unknown = This question is not on this checklist.
refused-reason_needed = Choose a reason from the list.
refused-requested_twice = This transfer already exists.
refused-role_not_allowed = Your role may not do this. Allowed: { $allowed }.
refused-same_priority = It already has this priority.
refused-text_invalid = Empty or too long text, or characters not allowed ({ $allowed }).
refused-reason_without_word = A reason needs a word at least: a dash or a dot tells the reader nothing.
refused-transfer_to_oneself = The referring hospital can’t also be the receiving one.
refused-treatment_limits = With limitation of life-sustaining treatment the code is not activated. Basic care goes on.
refused-unit_loaded = Unit { $unit } carries a patient: it can’t be diverted.
refused-unit_not_available = Unit { $unit } is not available.
refused-unit_off_shift = Unit { $unit } is off shift.
refused-unit_type_never = A basic life support unit can’t make these transfers.
refused-unknown_hospital = This hospital is not in the network.
refused-unknown_place = This place is not on the road map.
refused-unknown_transfer = This transfer does not exist or is not visible to you.
refused-unknown_unit = This unit does not exist.
refused-value_out_of_range = Value out of range ({ $value }). Allowed: { $allowed }.
refused-version_invalid = The version seen is not a number ({ $value }).
refused-hospital_needed = The hospital is missing.
refused-key_reused = The same sending key was used for another order.
refused-no_unit_assigned = This transfer has no unit assigned.
refused-not_your_hospital = You may do this only for your own hospital ({ $allowed }).
refused-origin_needed = The public address of the service is missing ({ $field }). Allowed: { $allowed }.
refused-password_too_short = The password is too short. Allowed: { $allowed } characters.
refused-role_not_for_people = No person may hold this role.
refused-secret_needed = The secret of the service is missing ({ $field }). Allowed: { $allowed } characters.
refused-secret_unsafe = { $fault ->
    [short] The secret of the service ({ $field }) is too short: { $least } characters or more are needed.
    [demo] The secret of the service ({ $field }) is that of the demonstration, which everybody knows: { $least } random characters or more are needed.
   *[plain] The secret of the service ({ $field }) repeats too few characters: at least { $different } different ones are needed, best at random.
}
refused-ages_differ = Two ages were given that are not of one patient: described/age_years is { $years }, described/age_months is { $months }. Give one of them.
refused-setting_invalid = { $field } is “{ $value }”, which is not allowed. Allowed: { $allowed }.
refused-setting_missing = { $field } is not set. Allowed: { $allowed }.
refused-setting_of_file_invalid = In the file { $file }, { $field } is “{ $value }”, which is not allowed. Allowed: { $allowed }.
refused-setting_of_file_unknown = In the file { $file }, { $field } is no key of the settings. Allowed: { $allowed }.
refused-file_of_setting_unreadable = The file { $value } named by { $field } can’t be read: { $why }.
refused-proxies_are_everybody = { $field } ({ $value }) covers so many addresses that nearly anybody could say whose request it is. Name only the proxies in front, for example { $allowed }.
refused-sign_in_failed = The username or the password is not right.
refused-unit_already_assigned = This unit already has another transfer.
refused-unit_needed = The unit is missing.
refused-unit_on_mission = Unit { $unit } is on a transfer, which sets its status. If it can’t go on, say so on the transfer.
refused-unknown_person = This person does not exist.
refused-username_taken = This username already exists.
refused-body_invalid = The request does not have the right form ({ $field }): { $allowed }.
refused-body_too_large = The request is too large. Allowed: { $allowed } bytes.
refused-cross_site = The request comes from another site and is not accepted.
refused-key_needed = The sending key of the order is missing.
refused-media_type = Format not accepted ({ $value }). Allowed: { $allowed }.
refused-not_json = The request can’t be read.
refused-not_signed_in = The session is over: sign in again.
refused-too_deep = The request has too many levels. Allowed: { $allowed }.
refused-unit_free_later = Unit { $unit } is not free yet.
refused-unknown_path = This address does not exist.
cutoffs-all = Cut-offs of the hospitals
phones-title = Agreements by telephone
