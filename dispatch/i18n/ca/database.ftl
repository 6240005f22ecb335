# L’adreça de la base de dades, i què diu una base de dades que no deixa entrar.

refused-database_url_invalid = { $fault ->
    [empty] CSI_DATABASE_URL està definida, però és buida. Escriviu { $allowed }, o traieu el paràmetre per fer servir la base de dades incorporada.
    [scheme] CSI_DATABASE_URL comença per { $found }, que no és PostgreSQL. Escriviu { $allowed }.
    [host] CSI_DATABASE_URL no indica cap servidor. Escriviu { $allowed }.
    [name] CSI_DATABASE_URL no indica cap base de dades. Escriviu { $allowed }.
    [option] CSI_DATABASE_URL porta l’opció { $found }, que aquí no es coneix. Després de l’interrogant només hi poden anar host, port i sslmode.
    [sslmode] CSI_DATABASE_URL porta un sslmode desconegut. Pot ser { $found }.
   *[unreadable] CSI_DATABASE_URL no es pot llegir; potser el port no és un nombre, o la contrasenya té un signe que s’ha d’escriure amb % (@ és %40, / és %2F). Escriviu { $allowed }.
}
unavailable-database_lets_nobody_in = { $fault ->
    [host] Ningú no coneix el servidor de CSI_DATABASE_URL. Comproveu com està escrit i que aquesta màquina trobi els noms (DNS).
    [password] La base de dades no accepta l’usuari o la contrasenya de CSI_DATABASE_URL.
    [name] El servidor no té cap base de dades amb el nom de CSI_DATABASE_URL.
    [ssl] El servidor de base de dades i CSI_DATABASE_URL no es posen d’acord sobre el xifratge. Poseu o traieu ?sslmode=require.
   *[right] A l’usuari de CSI_DATABASE_URL li falta un permís en aquesta base de dades.
}
unavailable-database_not_back = La base de dades s’ha aturat i no ha tornat després de { $tries } intents. Llegiu el final de { $path }, arregleu el que hi digui i torneu a engegar el programa: tot el que havia confirmat es conserva. Mentrestant treballeu per telèfon.
