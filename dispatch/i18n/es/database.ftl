# La dirección de la base de datos, y lo que dice una base de datos que no deja entrar.

refused-database_url_invalid = { $fault ->
    [empty] CSI_DATABASE_URL está definida, pero vacía. Escriba { $allowed }, o quite el ajuste para usar la base de datos incorporada.
    [scheme] CSI_DATABASE_URL empieza por { $found }, que no es PostgreSQL. Escriba { $allowed }.
    [host] CSI_DATABASE_URL no indica ningún servidor. Escriba { $allowed }.
    [name] CSI_DATABASE_URL no indica ninguna base de datos. Escriba { $allowed }.
    [option] CSI_DATABASE_URL lleva la opción { $found }, que aquí no se conoce. Tras el signo de interrogación solo pueden ir host, port y sslmode.
    [sslmode] CSI_DATABASE_URL lleva un sslmode desconocido. Puede ser { $found }.
   *[unreadable] CSI_DATABASE_URL no se puede leer; quizá el puerto no es un número, o la contraseña tiene un signo que debe escribirse con % (@ es %40, / es %2F). Escriba { $allowed }.
}
unavailable-database_lets_nobody_in = { $fault ->
    [host] Nadie conoce el servidor de CSI_DATABASE_URL. Compruebe cómo está escrito y que esta máquina encuentre los nombres (DNS).
    [password] La base de datos no acepta el usuario o la contraseña de CSI_DATABASE_URL.
    [name] El servidor no tiene ninguna base de datos con el nombre de CSI_DATABASE_URL.
    [ssl] El servidor de base de datos y CSI_DATABASE_URL no coinciden en el cifrado. Ponga o quite ?sslmode=require.
   *[right] Al usuario de CSI_DATABASE_URL le falta un permiso en esa base de datos.
}
unavailable-database_not_back = La base de datos se ha parado y no ha vuelto tras { $tries } intentos. Lea el final de { $path }, arregle lo que diga y vuelva a arrancar el programa: todo lo que había confirmado se conserva. Mientras tanto trabaje por teléfono.
