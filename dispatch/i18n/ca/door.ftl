### The door: what may come in, from whom, how often.

refused-key_twice = El camp { $field } hi és dues vegades. Digue’l una sola vegada.
refused-too_many_attempts = Massa intents des d’aquí. Torna-ho a provar d’aquí a { $wait_s } s.
refused-instant_out_of_range = Aquest any no pot ser: { $value }. Admès: { $allowed }.
