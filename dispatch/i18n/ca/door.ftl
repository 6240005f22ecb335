### The door: what may come in, from whom, how often.

refused-key_twice = El camp { $field } hi és dues vegades. Digue’l una sola vegada.
