### The door: what may come in, from whom, how often.

refused-key_twice = El campo { $field } está dos veces. Dilo una sola vez.
refused-too_many_attempts = Demasiados intentos desde aquí. Vuelve a intentarlo dentro de { $wait_s } s. Un dispositivo en el que ya habías entrado no espera, y quien lleva el servidor puede invitar a uno nuevo.
refused-signed_in_as_another = Este navegador tiene ahora la sesión de { $person }, no la de quien muestra esta pantalla. No se ha hecho nada: mira quién eres y repítelo si quieres hacerlo en tu nombre.
refused-instant_out_of_range = Ese año no puede ser: { $value }. Admitido: { $allowed }.
refused-patient_in_text = Esto parece un DNI, un NIE, un CIP u otro número de una persona. Quién es el paciente va solo en el campo del paciente: escríbelo sin él.
refused-mail_in_text = Esto parece una dirección de correo. Aquí no va quién es nadie: escríbelo sin ella.
refused-phone_invalid = Esto no es un teléfono. Escribe solo el número (9 cifras, de 3 a 6 si es interno, o con + y el prefijo del país), con «ext.» y la extensión si hace falta; ningún nombre ni identificador.
refused-phone_in_text = Esto parece un teléfono. Los teléfonos van en su campo: escríbelo sin él.
refused-period_reversed = El último día es anterior al primero: debe ser el { $allowed } o después.
refused-period_too_long = Son demasiados días a la vez. Máximo: { $allowed }.
refused-day_invalid = «{ $value }» no es ningún día. Ejemplo: { $allowed }.
