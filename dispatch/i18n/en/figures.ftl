# Numbers as people write them, in all forms.

page-fault-not_a_number = a number in digits is needed, with one comma or point at most. Allowed: { $allowed }
page-fault-not_whole = a number without decimals is needed. Allowed: { $allowed }
page-fault-two_readings = this can be read as { $one } or { $other }: write it without a mark for thousands. Allowed: { $allowed }
degrees-needed = A number in degrees is needed, for example 41.6170
page-fault-time = a time is needed, for example 14:05
page-fault-cleared = a blank changes nothing of what is known ({ $known }). Write the value of now; if it was stopped, 0.
page-fault-meanwhile = somebody changed this meanwhile: it said “{ $was }” when you opened the form, it says “{ $now }” now and you wrote “{ $typed }”. Leave what holds now and send it again.
page-fault-day = { $which ->
    [today] { $time } of today, { $day }, is almost a whole day ago
   *[yesterday] { $time } has not come yet today: it would be yesterday’s, { $day }
}. If that is the day you mean, confirm it; if not, correct the time
page-confirm = Yes, that is right
told-day-asked = This time has not come yet today, or lies almost a day back. If it was { $when }, confirm it; if not, correct the time.
told-never-was = This hour does not exist: clocks leave it out.
told-confirm = Yes, it was { $when }
refused-time_in_future = This time has not come yet. Allowed: { $allowed }.

# Values to be confirmed before they are stored.
page-doubt-unusual_value = { $value } is unusual (usual: { $usual }). If it is right, confirm it; if not, correct it.
page-doubt-age_of_other_care = A patient of { $value } years is hardly ever cared for there (usual: { $usual }). If it is right, confirm it; otherwise correct the age or whose beds are asked for.
page-doubt-care_not_offered = { $other } does not treat these patients. If the patient is there, confirm it: the chain of reference of the nearest hospital that does is proposed. Otherwise correct whose beds are asked for.
unit-perhaps = Perhaps in { $unit }? That would be { $would_be }.
unit-perhaps-unsure = Perhaps in { $unit }?
slip-lactate_mg_dl = It may be in mg/dL: 9 mg/dL are 1 mmol/L.
slip-kpa = It may be in kPa: 1 kPa is 7.5 mmHg.
slip-per_minute = It may be per minute, per hour or in mL/h, and not per kilogram and minute.
slip-pounds = It may be in pounds: 2.2 lb are 1 kg; or the age is not this patient’s.
slip-litres = It may be in litres.
slip-bilirubin_umol_l = It may be in µmol/L: 17.1 µmol/L are 1 mg/dL.
slip-creatinine_umol_l = It may be in µmol/L: 88.4 µmol/L are 1 mg/dL.
slip-g_l = It may be in g/L: 1 g/L is 100 mg/dL.
slip-per_hour = It may be of one hour, or in litres: what counts here is a whole day. For no urine at all, write 0.
slip-not_measured = Was it not measured? Then leave it empty: zero counts as a measured value.
refused-doubts_unconfirmed = There are doubtful values that nobody has confirmed: { $doubts }. Correct or confirm them.
assess-unconfirmed = To be confirmed or corrected: { $doubt }
care-none-runs-contradicted = The dose of a vasoactive is given and the box says that none is running: correct one or the other
care-noradrenaline-twice = Noradrenaline: there are two different doses, this one and that of the clinical data; leave one

# Values that contradict each other.
page-doubt-consciousness_disagrees = Glasgow { $value } and level of consciousness { $other } do not agree (with { $other }, { $usual } points). Correct one of them, or confirm it.
page-doubt-oxygen_disagrees = A fraction of oxygen of { $value } does not agree with what is said of oxygen or of respiratory support (expected: { $usual }). Correct one of them, or confirm it.
page-doubt-air_with_support = It says that no oxygen is given, and that respiratory support is there or needed. Correct one of them, or confirm it.
page-doubt-vasoactives_disagree = It says that vasoactives are needed, and that none runs. Correct one of them, or confirm it.
page-doubt-pao2_on_air = Without oxygen a PaO2 of { $value } is not reached (expected: { $usual }). Correct it, say the oxygen, or confirm it.
page-doubt-pressures_disagree = A mean pressure of { $value } does not agree with the other pressure, { $other } (expected: { $usual }). Correct one of them, or confirm it.
page-doubt-pupils_disagree = Glasgow { $value } with both pupils fixed: correct one of them, or confirm it.
page-doubt-fluids_short = With { $other } mL the first volume for this weight is not in yet ({ $usual }). Correct it, or confirm that the fluids were right.
page-doubt-ages_disagree = { $value } months does not agree with the age already known of this patient (expected: { $usual } months). Pressures are judged by age: correct one of them, or confirm that this one is right.
page-doubt-years_disagree = { $value } years does not agree with the age already known of this patient (expected: { $usual }). Correct one of them, or confirm that this one is right.
page-doubt-pregnancy_unlikely = Pregnancy, or less than six weeks since giving birth, is told of a man or outside { $usual } years. Correct it, or confirm that it is so.
page-doubt-weights_disagree = { $value } kg does not agree with the weight already known of this patient, { $other } kg (expected: { $usual }). Volumes follow from the weight: correct one of them, or confirm that this one is right.
page-doubt-fluids_unweighed = The weight is not known: whether { $other } mL suffice can’t be judged. Say the weight, even roughly, or confirm that it is not known.
refused-weight_needed = The child’s weight is needed, even roughly: without it the volume of fluids can’t be judged.

# Identifiers.
page-doubt-identifier_letter = The letter does not belong to the digits of this DNI or NIE. Correct it, or confirm that it is so.
page-doubt-identifier_form = An identifier of this kind is not written like this. Correct it, choose another kind, or confirm that it is so.
page-doubt-identifier_birth = This CIP holds a date of birth that is no day. Correct it, choose another kind, or confirm that it is so.
page-doubt-identifier_of_another = By its own code this identifier seems to be of a person of another sex or another age than described. Check whose it is: correct it, correct the sex or the age, or confirm that it is this patient’s.
