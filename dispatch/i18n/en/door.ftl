### The door: what may come in, from whom, how often.

refused-key_twice = The field { $field } is there twice. Say it once.
