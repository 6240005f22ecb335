### The door: what may come in, from whom, how often.

refused-key_twice = El camp { $field } hi és dues vegades. Digue’l una sola vegada.
refused-too_many_attempts = Massa intents des d’aquí. Torna-ho a provar d’aquí a { $wait_s } s. Un dispositiu on ja havies entrat no espera, i qui porta el servidor en pot convidar un de nou.
refused-signed_in_as_another = Aquest navegador té ara la sessió de { $person }, no la de qui mostra aquesta pantalla. No s’ha fet res: mira qui ets i torna-ho a fer si ho vols fer en nom teu.
refused-instant_out_of_range = Aquest any no pot ser: { $value }. Admès: { $allowed }.
refused-patient_in_text = Això sembla un DNI, un NIE, un CIP o un altre número d’una persona. Qui és el pacient va només al camp del pacient: escriu-ho sense.
refused-mail_in_text = Això sembla una adreça de correu. Aquí no hi va qui és ningú: escriu-ho sense.
refused-phone_invalid = Això no és un telèfon. Escriu-hi només el número (9 xifres, de 3 a 6 si és intern, o amb + i el prefix del país), amb «ext.» i l’extensió si cal; cap nom ni cap identificador.
refused-phone_in_text = Això sembla un telèfon. Els telèfons van al seu camp: escriu-ho sense.
refused-period_reversed = L’últim dia és abans del primer: ha de ser el { $allowed } o després.
refused-period_too_long = Són massa dies alhora. Màxim: { $allowed }.
refused-day_invalid = «{ $value }» no és cap dia. Exemple: { $allowed }.
