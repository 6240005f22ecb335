### The door: what may come in, from whom, how often.

refused-key_twice = El campo { $field } está dos veces. Dilo una sola vez.
