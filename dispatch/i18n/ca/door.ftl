### The door: what may come in, from whom, how often.

refused-key_twice = El camp { $field } hi és dues vegades. Digue’l una sola vegada.
refused-too_many_attempts = Massa intents des d’aquí. Torna-ho a provar d’aquí a { $wait_s } s.
refused-instant_out_of_range = Aquest any no pot ser: { $value }. Admès: { $allowed }.
refused-patient_in_text = Això sembla un DNI, un NIE o un CIP. Qui és el pacient va només al camp del pacient: escriu-ho sense.
refused-phone_in_text = Això sembla un telèfon. Els telèfons van al seu camp: escriu-ho sense.
