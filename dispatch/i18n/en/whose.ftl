### Whose request it is: identifiers, duplicates, and the check at the bedside.

prealert-comes-of = It comes of the pre-alert
prealert-untick = If it can’t be linked, untick “It comes of the pre-alert” and send the request again.
identifier-cip = CIP (health card)
identifier-cip_sns = CIP of the national health service
identifier-document = DNI or NIE
identifier-record = record number of this hospital
identifier-temporary = provisional: not known yet who it is
whose-kind = Kind of identifier
whose-kind-told = Told by how it is written
whose-sex = Sex
sex-female = female
sex-male = male
sex-unknown = not known
whose-hint = The crew checks it at the bedside, with the age and the bed.
whose-age = Age
whose-age-unit = Counted in
whose-unit-years = years
whose-unit-months = months (under 2 years)
whose-unit-days = days (under 28 days)
whose-why-again = Why it is asked for all the same
whose-why-again-hint = If it is another patient or a second transfer is needed, say why and send again.
whose-fault-sex = Say the sex, or that it is not known
whose-fault-age = Write the age, even if it is a guess
refused-patient_perhaps_requested = This patient may have an open transfer already: { $number }. Same hospital, same sex, a similar age.
refused-identifier_empty = The identifier has no letter and no digit.
whose-twin = It may be the same patient as { $number }
whose-twin-same = same identifier
whose-twin-likely = same hospital and sex, similar age
whose-twin-because = Asked for all the same: { $reason }
described-years = { $age ->
        [90] 90 years or more
        [1] 1 year
       *[other] { $age } years
    }
described-months = { $age ->
        [1] 1 month
       *[other] { $age } months
    }
described-no-age = age not known
decision-identity_mismatch = It is not the patient we came for
decision-do-identity_mismatch = Don’t leave with this patient: check again with the team at the bed, or call the referring hospital.
decision-duplicate_patient = There may be two transfers of one patient
decision-do-duplicate_patient = Compare them with the hospital; cancel the one too many, or say why both are needed.
why-identity_mismatch = the crew of { $unit } found another patient ({ $person })
why-twin_same = { $number }: same identifier
why-twin_likely = { $number }: same hospital and sex, similar age
event-transfer-identity-checked = Identifiers compared at the bedside
refused-two_identifiers_needed = Compare two identifiers at least; the bed is none.
refused-identity_mismatch = The crew found that it is not the patient ({ $person }). Check again before leaving.
refused-wristband_code_needed = The code on the wristband was another patient’s: read it again. If that can’t be done, the coordinating doctor decides.
whose-title = Whom you take
whose-check-hint = Compare two with the wristband and the papers; the number of the bed does not count.
whose-compared = What you compared
compared-name = full name
compared-birth_date = date of birth
compared-cip = CIP
compared-record_number = record number
compared-document = DNI or NIE
whose-wristband-hint = Read the code on the wristband (optional): it is compared and not kept.
whose-wristband = Code on the wristband
whose-is = It is the patient
whose-is-not = It is not the patient
whose-checked = Identity checked at { $time } ({ $person })
whose-unchecked = Identity not checked yet
whose-mismatch = NOT the patient: checked at { $time } ({ $person })
whose-sealed-yes = the code on the wristband matches
whose-sealed-no = the code on the wristband does NOT match
whose-identified-by = Identified by: { $kind }
page-done-identity = Check saved.
prealert-whose = CIP, if at hand
prealert-whose-hint = It is not kept: it serves to know that two pre-alerts, or a pre-alert and a transfer, are of one patient.
prealert-twin = It may be the same patient as { $number }
prealert-twin-same = same identifier
prealert-twin-likely = same place, age and time of arrival
prealert-reason-same_patient = it is the patient of another pre-alert
whose-temporary = Provisional identifier: the one you typed or, if you typed none, { $number }, the number of this transfer. Write it on the wristband.
whose-temporary-hint = If nobody knows yet who it is, choose “provisional” and leave it empty: the system gives one.
