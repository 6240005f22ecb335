### The door: what may come in, from whom, how often.

refused-key_twice = The field { $field } is there twice. Say it once.
refused-too_many_attempts = Too many attempts from here. Try again in { $wait_s } s. A device you signed in on before doesn’t wait, and whoever runs the server can invite a new one.
refused-signed_in_as_another = This browser is signed in as { $person } now, not as the person this screen shows. Nothing was done: look who you are, and do it again if you mean it in your own name.
refused-instant_out_of_range = That year can’t be meant: { $value }. Allowed: { $allowed }.
refused-patient_in_text = This looks like a DNI, NIE, CIP or another number of a person. Who the patient is goes into the field of the patient alone: write it without.
refused-mail_in_text = This looks like an e-mail address. Nobody’s identity goes here: write it without.
refused-phone_invalid = This is not a telephone. Write the number alone (9 digits, 3 to 6 inside the hospital, or + and the country code), with “ext.” and the extension if needed; no name and no identifier.
refused-phone_in_text = This looks like a telephone number. Telephones go into their own field: write it without.
refused-period_reversed = The last day is before the first: it must be { $allowed } or later.
refused-period_too_long = Too many days at once. At most: { $allowed }.
refused-day_invalid = “{ $value }” is no day. Example: { $allowed }.
