### El que diu una valoració: escales, troballes, classificació, dubtes.

classification-no_infection = sense infecció
classification-infection = infecció sense sèpsia
classification-sepsis = sèpsia
classification-septic_shock = xoc sèptic
classification-open-infection = encara sense classificar, falten valors (pel que se sap: infecció sense sèpsia)
classification-open-sepsis = sèpsia com a mínim: falten valors que en podrien fer un xoc sèptic
classification-unknown = sense classificar: no s’ha dit si se sospita una infecció

detection-none-known = cap signe en el que se sap, falten valors
detection-none = cap signe
detection-suspicion = sospita de sèpsia
detection-activation = signes de fallada d’òrgan
detection-unknown = no se sap sense l’A: se sospita una infecció?

finding-tachypnoea = taquipnea
finding-hypoxia = hipòxia
finding-oxygen_needed = necessita oxigen o suport respiratori
finding-tachycardia = taquicàrdia
finding-low_systolic = pressió sistòlica baixa
finding-low_map = pressió arterial mitjana baixa
finding-systolic_fall = caiguda de la pressió sistòlica habitual
finding-vasoactives = vasoactius en marxa
finding-altered_consciousness = alteració del nivell de consciència
finding-low_consciousness = nivell de consciència baix
finding-fixed_pupils = pupil·les fixes als dos costats
finding-meningismus = meningisme
finding-raised_lactate = lactat elevat
finding-slow_refill = replè capil·lar lent
finding-slow_refill_tachycardia = replè capil·lar lent amb taquicàrdia
finding-poor_skin_perfusion = mala perfusió cutània
finding-petechiae = petèquies
finding-poor_general_state = mal estat general

## Escales i les seves parts
score-sofa = SOFA
score-qsofa = qSOFA
score-sirs = SIRS
score-news2 = NEWS2
score-phoenix = Phoenix
score-detection = detecció
score-classification = classificació
score-activation = activació
score-fluids = volum de fluids
score-sepsis3 = xoc de Sepsis-3
part-respiration = respiració
part-coagulation = coagulació
part-liver = fetge
part-cardiovascular = cardiovascular
part-cns = consciència
part-renal = ronyó
part-rr = freqüència respiratòria
part-sbp = pressió sistòlica
part-gcs = Glasgow
part-temp = temperatura
part-hr = freqüència cardíaca
part-wbc = leucòcits
part-spo2 = SpO₂
part-oxygen = oxigen
part-pulse = pols
part-consciousness = consciència
part-respiratory = respiratori
part-neurological = neurològic
risk-least-low = risc desconegut, falten valors
risk-least-low-medium = com a mínim risc baix a mitjà, falten valors
risk-least-medium = com a mínim risc mitjà, falten valors
risk-low = risc baix
risk-low-medium = risc baix a mitjà
risk-medium = risc mitjà
risk-high = risc alt

## Si el codi es pot activar
gate-treatment_limits = El codi no s’activa: limitació del tractament de suport vital. Les mesures bàsiques continuen.
gate-end_of_life = El codi no s’activa: final de vida. Les mesures bàsiques continuen.
gate-no_infection = El codi no s’activa: no se sospita cap infecció.
gate-infection_unknown = El codi encara no s’activa: digueu si se sospita una infecció.
gate-no_organ_failure = El codi no s’activa: cap signe de fallada d’òrgan.
gate-organ_failure_unknown = El codi encara no s’activa: cap signe de fallada d’òrgan en el que se sap, i falten valors.
gate-organ_failure_usual = El codi encara no s’activa: hi ha òrgans que fallen i, pel SOFA basal dit, potser no estan pitjor que abans. Digueu el basal per òrgan.

## El que cal mirar dues vegades
doubt-vasoactives_before_fluids = Hi ha vasoactius en marxa i no consten fluids correctes: si malgrat ells calen, és un xoc sèptic.
doubt-hypotension_before_fluids = Hipotensió mentre passen els fluids: torneu a valorar abans del termini.
doubt-lactate_before_fluids = Lactat de 4 o més i no consta que ja hagi rebut els fluids adequats: torneu a valorar abans del termini.
doubt-respiratory_failure = Insuficiència respiratòria pels valors: torneu a valorar; cal un metge o una metgessa a bord.
doubt-coma = Coma pels valors (Glasgow de 8 o menys, resposta només al dolor o cap, o pupil·les fixes): torneu a valorar; cal un metge o una metgessa a bord.
doubt-extreme_pulse = Pols extrem: torneu a valorar; cal un metge o una metgessa a bord.
doubt-infection_unknown = Ningú no ha dit si se sospita una infecció, i amb una els valors serien de xoc o de perill: digueu-ho i torneu a valorar.
doubt-high_news2 = NEWS2 de 7 o més: torneu a valorar; cal un metge o una metgessa a bord.
doubt-low_systolic_after_fluids = Pressió sistòlica baixa després dels fluids amb una mitjana suficient: és un xoc?
doubt-sepsis3_differs = Xoc sèptic del codi, no de Sepsis-3: el lactat no supera 2 mmol/L.
doubt-consciousness_disagrees = El nivell de consciència i el Glasgow no concorden.
doubt-oxygen_disagrees = L’oxigen declarat i la seva fracció no concorden.
doubt-air_with_support = Es diu que no rep oxigen, i que té suport respiratori.
doubt-pao2_on_air = La PaO2 és més alta que la que pot donar l’aire.
doubt-pressures_disagree = La pressió mitjana i l’altra pressió no concorden.
doubt-pupils_disagree = Totes dues pupil·les fixes i el Glasgow no concorden.
doubt-baseline_above_now = El SOFA basal és superior al d’ara.
doubt-baseline_above_known = El SOFA basal és més alt que tot el que se sap ara: pot ser dels òrgans que no se saben. L’augment és el mínim possible; doneu el basal per òrgan.
doubt-unusual_value = Valor inusual, la unitat és correcta?: { $value }

## Línies d’una resposta
assess-agreed = Acord 4 de 4.
assess-not-agreed = Sense acord.
assess-class = Pels valors: { $classification }
assess-priority = { $rule } ({ $source })
assess-no-priority = Sense prioritat de trasllat
assess-priority-unknown = Sense prioritat de trasllat pel que se sap: falten valors
assess-reassess = { $minutes ->
    [0] Torneu a valorar el pacient ara mateix.
   *[other] Torneu a valorar el pacient abans de { $minutes } min.
}
assess-sepsis3 = També compleix el xoc de Sepsis-3
assess-sepsis3-unknown = Xoc de Sepsis-3: no se sap, falta el lactat
assess-not-sepsis3 = No compleix el xoc de Sepsis-3 (cal lactat > 2 mmol/L)
assess-mof = Fallada multiorgànica
assess-mof-unknown = Fallada multiorgànica: no se sap, falten valors
assess-score = { $score }: { $points }
assess-score-parts = { $score }: { $points } ({ $parts })
assess-part = { $part } { $points }
assess-rise = Augment de SOFA sobre el basal: { $points }
assess-risk = NEWS2: { $risk }
assess-detection = Detecció: { $detection }
assess-finding = { $letter }  { $finding } · { $strength }
assess-finding-beyond = { $letter }  { $finding }: { $value } (llindar { $cutoff }) · { $strength }
assess-may-activate = El codi es pot activar: decideix un metge.
assess-missing = Falta per a { $of }: { $values }

## Valors per les claus publicades
value-infection_suspected = sospita d’infecció
value-meningismus = meningisme
value-life_support_limitation = limitació del tractament de suport vital
value-end_of_life = final de vida
value-lactate_mmol_l = lactat (mmol/L)
value-spo2 = SpO₂ (%)
value-rr = freqüència respiratòria (/min)
value-hr = freqüència cardíaca (/min)
value-sbp = pressió sistòlica (mmHg)
value-dbp = pressió diastòlica (mmHg)
value-map_mmhg = pressió arterial mitjana (mmHg)
value-usual_sbp = pressió sistòlica habitual (mmHg)
value-temp_c = temperatura (°C)
value-pao2_mmhg = PaO₂ (mmHg)
value-paco2_mmhg = PaCO₂ (mmHg)
value-fio2 = FiO₂ (de 0,21 a 1)
value-platelets_10e9_l = plaquetes (10⁹/L)
value-gcs = Glasgow
value-assessed_at = hora de la valoració
value-antibiotic_at = hora de l’antibiòtic
value-age_years = edat en anys
value-age_months = edat en mesos
value-weight_kg = pes (kg)
value-spo2_scale = escala de SpO₂
value-on_oxygen = oxigen, sí o no
value-acvpu = nivell de consciència (ACVPU)
value-wbc_10e9_l = leucòcits (10⁹/L)
value-bands_pct = bandes (%)
value-respiratory_support = suport respiratori
value-bilirubin_mg_dl = bilirubina (mg/dL)
value-creatinine_mg_dl = creatinina (mg/dL)
value-urine_ml_24h = diüresi (mL en 24 h)
value-vasoactives_mcg_kg_min = vasoactius (µg/kg/min)
value-adequate_fluids_given = fluids correctes administrats
value-baseline_sofa = SOFA basal
value-invasive_ventilation = ventilació invasiva
value-other_respiratory_support = altre suport respiratori
value-vasoactive_count = nombre de vasoactius
value-inr = INR
value-d_dimer_mg_l_feu = dímer D (mg/L FEU)
value-fibrinogen_mg_dl = fibrinogen (mg/dL)
value-fixed_pupils_bilateral = pupil·les fixes bilaterals
value-capillary_refill_s = replè capil·lar (s)
value-poor_general_state = mal estat general
value-poor_skin_perfusion = mala perfusió cutània
value-petechiae = petèquies

## El que no és correcte de les dades
input-not_json = no és JSON
input-not_an_object = té una altra forma
input-unknown_key = clau desconeguda
input-wrong_unit = aquesta unitat no s’accepta; convertiu-la
input-of_other_population = és de l’altra població, adulta o pediàtrica
input-given_twice = donat dues vegades
input-missing = falta
input-not_a_text = ha de ser un text curt
input-not_a_number = no és un nombre
input-not_finite = no és un nombre finit
input-not_whole = no és un nombre enter
input-not_one_of = no és cap dels permesos
input-not_yes_or_no = no és ni true ni false
input-not_an_instant = no és una data amb hora
input-instant_without_zone = falta la zona horària
input-in_future = és en el futur
input-before_birth = és abans que nasqués el pacient
input-out_of_range = valor impossible, o en una altra unitat
input-disagrees = impossible al costat dels altres valors
input-named_twice = repetit; les valoracions d’un pacient diuen quan es van fer
input-contradicts = contradiu la valoració de feia uns moments

## Refusos
refused-vignettes_invalid = No s’ha calculat res: { $count ->
    [one] una errada, a { $field }.
   *[other] { $count } errades, la primera a { $field }.
}
refused-cutoff_unknown = No hi ha cap llindar { $value }. N’hi ha: { $allowed }.
refused-cutoff_out_of_range = El llindar { $field } no pot ser { $value }. Es permet: { $allowed }.
refused-cutoffs_invalid = Els punts de tall de { $field } no es poden llegir: { $problem }
