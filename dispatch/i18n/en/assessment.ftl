### What an assessment says: scores, findings, classification, doubts.

classification-no_infection = no infection
classification-infection = infection without sepsis
classification-sepsis = sepsis
classification-septic_shock = septic shock
classification-open-infection = not classified yet, values are missing (by what is known: infection without sepsis)
classification-open-sepsis = sepsis at least: values are missing that could make it septic shock
classification-unknown = not classified: nobody said whether an infection is suspected

detection-none-known = no sign in what is known, values are missing
detection-none = no sign
detection-suspicion = suspicion of sepsis
detection-activation = signs of organ failure
detection-unknown = not known without A: is an infection suspected?

finding-tachypnoea = tachypnoea
finding-hypoxia = hypoxia
finding-oxygen_needed = needs oxygen or respiratory support
finding-tachycardia = tachycardia
finding-low_systolic = low systolic pressure
finding-low_map = low mean arterial pressure
finding-systolic_fall = fall of the usual systolic pressure
finding-vasoactives = vasoactives running
finding-altered_consciousness = altered level of consciousness
finding-low_consciousness = low level of consciousness
finding-fixed_pupils = pupils fixed on both sides
finding-meningismus = meningismus
finding-raised_lactate = raised lactate
finding-slow_refill = slow capillary refill
finding-slow_refill_tachycardia = slow capillary refill with tachycardia
finding-poor_skin_perfusion = poor skin perfusion
finding-petechiae = petechiae
finding-poor_general_state = poor general state

## Scores and their parts
score-sofa = SOFA
score-qsofa = qSOFA
score-sirs = SIRS
score-news2 = NEWS2
score-phoenix = Phoenix
score-detection = detection
score-classification = classification
score-activation = activation
score-fluids = volume of fluids
score-sepsis3 = Sepsis-3 shock
part-respiration = respiration
part-coagulation = coagulation
part-liver = liver
part-cardiovascular = cardiovascular
part-cns = consciousness
part-renal = kidney
part-rr = respiratory rate
part-sbp = systolic pressure
part-gcs = Glasgow
part-temp = temperature
part-hr = heart rate
part-wbc = leukocytes
part-spo2 = SpO₂
part-oxygen = oxygen
part-pulse = pulse
part-consciousness = consciousness
part-respiratory = respiratory
part-neurological = neurological
risk-least-low = risk not known, values are missing
risk-least-low-medium = at least low to medium risk, values are missing
risk-least-medium = at least medium risk, values are missing
risk-low = low risk
risk-low-medium = low to medium risk
risk-medium = medium risk
risk-high = high risk

## Whether the code may be activated
gate-treatment_limits = The code is not activated: limitation of life-sustaining treatment. Basic care goes on.
gate-end_of_life = The code is not activated: end of life. Basic care goes on.
gate-no_infection = The code is not activated: no infection is suspected.
gate-infection_unknown = The code is not activated yet: say whether an infection is suspected.
gate-no_organ_failure = The code is not activated: no sign of organ failure.
gate-organ_failure_unknown = The code is not activated yet: no sign of organ failure in what is known, and values are missing.
gate-organ_failure_usual = The code is not activated yet: organs fail and, by the baseline SOFA told, may be no worse than before. Say the baseline by organ.

## What to look at twice
doubt-vasoactives_before_fluids = Vasoactives run and right fluids are not recorded: if they are needed in spite of them, it is septic shock.
doubt-hypotension_before_fluids = Hypotension while fluids run: look again before the time given.
doubt-lactate_before_fluids = Lactate of 4 or more, and right fluids are not recorded: look again before the time given.
doubt-respiratory_failure = Respiratory failure by the values: look again; a doctor is needed on board.
doubt-coma = Coma by the values (Glasgow of 8 or less, response to pain only or none, or fixed pupils): look again; a doctor is needed on board.
doubt-extreme_pulse = Extreme pulse: look again; a doctor is needed on board.
doubt-infection_unknown = Nobody said whether an infection is suspected, and with one the values would be of shock or of danger: say it, and look again.
doubt-high_news2 = NEWS2 of 7 or more: look again; a doctor is needed on board.
doubt-low_systolic_after_fluids = Low systolic pressure after fluids with a mean pressure that suffices: is it shock?
doubt-sepsis3_differs = Septic shock of the code, not of Sepsis-3: lactate not above 2 mmol/L.
doubt-consciousness_disagrees = Level of consciousness and Glasgow do not agree.
doubt-oxygen_disagrees = The oxygen stated and its fraction do not agree.
doubt-air_with_support = It says that no oxygen is given, and that there is respiratory support.
doubt-pao2_on_air = The PaO2 is higher than air can give.
doubt-pressures_disagree = The mean pressure and the other pressure do not agree.
doubt-pupils_disagree = Both pupils fixed and the Glasgow do not agree.
doubt-baseline_above_now = The baseline SOFA is above that of today.
doubt-baseline_above_known = The baseline SOFA is more than all that is known now: it may lie in the organs that are not known. The rise is the least it can be; give the baseline by organ.
doubt-unusual_value = Unusual value, is the unit right?: { $value }

## Lines of an answer
assess-agreed = Agreement 4 of 4.
assess-not-agreed = No agreement.
assess-class = By the values: { $classification }
assess-priority = { $rule } ({ $source })
assess-no-priority = No transfer priority
assess-priority-unknown = No transfer priority in what is known: values are missing
assess-reassess = { $minutes ->
    [0] Look at the patient again at once.
   *[other] Look at the patient again within { $minutes } min.
}
assess-sepsis3 = Also meets the shock of Sepsis-3
assess-sepsis3-unknown = Shock of Sepsis-3: not known, the lactate is missing
assess-not-sepsis3 = Does not meet the shock of Sepsis-3 (needs lactate > 2 mmol/L)
assess-mof = Multi-organ failure
assess-mof-unknown = Multi-organ failure: not known, values are missing
assess-score = { $score }: { $points }
assess-score-parts = { $score }: { $points } ({ $parts })
assess-part = { $part } { $points }
assess-rise = Rise of SOFA above the baseline: { $points }
assess-risk = NEWS2: { $risk }
assess-detection = Detection: { $detection }
assess-finding = { $letter }  { $finding } · { $strength }
assess-finding-beyond = { $letter }  { $finding }: { $value } (cut-off { $cutoff }) · { $strength }
assess-may-activate = The code may be activated: a doctor decides.
assess-missing = Missing for { $of }: { $values }

## Values by their published keys
value-infection_suspected = suspected infection
value-meningismus = meningismus
value-life_support_limitation = limitation of life-sustaining treatment
value-end_of_life = end of life
value-lactate_mmol_l = lactate (mmol/L)
value-spo2 = SpO₂ (%)
value-rr = respiratory rate (/min)
value-hr = heart rate (/min)
value-sbp = systolic pressure (mmHg)
value-dbp = diastolic pressure (mmHg)
value-map_mmhg = mean arterial pressure (mmHg)
value-usual_sbp = usual systolic pressure (mmHg)
value-temp_c = temperature (°C)
value-pao2_mmhg = PaO₂ (mmHg)
value-paco2_mmhg = PaCO₂ (mmHg)
value-fio2 = FiO₂ (0.21 to 1)
value-platelets_10e9_l = platelets (10⁹/L)
value-gcs = Glasgow
value-assessed_at = time of the assessment
value-antibiotic_at = time of the antibiotic
value-age_years = age in years
value-age_months = age in months
value-weight_kg = weight (kg)
value-spo2_scale = scale of SpO₂
value-on_oxygen = oxygen, yes or no
value-acvpu = level of consciousness (ACVPU)
value-wbc_10e9_l = leukocytes (10⁹/L)
value-bands_pct = band cells (%)
value-respiratory_support = respiratory support
value-bilirubin_mg_dl = bilirubin (mg/dL)
value-creatinine_mg_dl = creatinine (mg/dL)
value-urine_ml_24h = urine (mL in 24 h)
value-vasoactives_mcg_kg_min = vasoactives (µg/kg/min)
value-adequate_fluids_given = right fluids given
value-baseline_sofa = baseline SOFA
value-invasive_ventilation = invasive ventilation
value-other_respiratory_support = other respiratory support
value-vasoactive_count = number of vasoactives
value-inr = INR
value-d_dimer_mg_l_feu = D-dimer (mg/L FEU)
value-fibrinogen_mg_dl = fibrinogen (mg/dL)
value-fixed_pupils_bilateral = pupils fixed on both sides
value-capillary_refill_s = capillary refill (s)
value-poor_general_state = poor general state
value-poor_skin_perfusion = poor skin perfusion
value-petechiae = petechiae

## What is wrong with what was given
input-not_json = it is not JSON
input-not_an_object = it has another shape
input-unknown_key = unknown key
input-wrong_unit = this unit is not accepted; convert it
input-of_other_population = it belongs to the other population, adult or paediatric
input-given_twice = given twice
input-missing = it is missing
input-not_a_text = it must be a short text
input-not_a_number = it is not a number
input-not_finite = it is not a finite number
input-not_whole = it is not a whole number
input-not_one_of = it is not one of those allowed
input-not_yes_or_no = it is neither true nor false
input-not_an_instant = it is not a date with time
input-instant_without_zone = the time zone is missing
input-in_future = it lies in the future
input-before_birth = it lies before the patient was born
input-out_of_range = impossible value, or in another unit
input-disagrees = impossible beside the other values
input-named_twice = named twice; assessments of one patient say when they were made
input-contradicts = contradicts the assessment of moments before

## Refusals
refused-vignettes_invalid = Nothing was computed: { $count ->
    [one] one fault, at { $field }.
   *[other] { $count } faults, the first at { $field }.
}
refused-cutoff_unknown = There is no cut-off { $value }. Known: { $allowed }.
refused-cutoff_out_of_range = The cut-off { $field } can’t be { $value }. Allowed: { $allowed }.
refused-cutoffs_invalid = The cut-offs of { $field } can’t be read: { $problem }
