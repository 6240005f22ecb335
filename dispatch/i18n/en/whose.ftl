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
