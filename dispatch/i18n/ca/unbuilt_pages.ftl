### La pàgina que hi ha en lloc de la consola quan ningú no l’ha construïda.

unbuilt-title = La consola no està construïda
unbuilt-what = El programa funciona i desa el que es fa, però en aquesta instal·lació falta la pantalla de la sala. Avisa qui porta el servidor.
unbuilt-meanwhile = Mentrestant
unbuilt-how = Per a qui porta el servidor
unbuilt-why = La consola es construeix en instal·lar, amb paquets d’npm. Falta quan la xarxa o el registre d’npm no hi van respondre, o quan es va instal·lar amb CSI_CONSOLE=skip.
unbuilt-make = A la carpeta del programa, això la construeix o diu què falla:
unbuilt-proxy = Darrere d’un proxy, abans cal posar aquestes variables:
unbuilt-https-proxy = L’adreça del proxy, tant per a pip com per a npm.
unbuilt-pip-cert = Fitxer PEM amb els certificats del proxy que obre el TLS, per a pip.
unbuilt-node-certs = El mateix fitxer, per a npm.
unbuilt-registry = L’adreça d’un registre d’npm propi, si n’hi ha.
unbuilt-then = No cal tornar a engegar res: un cop construïda, carrega de nou la pàgina.
