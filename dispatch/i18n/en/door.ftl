### The door: what may come in, from whom, how often.

refused-key_twice = The field { $field } is there twice. Say it once.
refused-too_many_attempts = Too many attempts from here. Try again in { $wait_s } s.
refused-instant_out_of_range = That year can’t be meant: { $value }. Allowed: { $allowed }.
