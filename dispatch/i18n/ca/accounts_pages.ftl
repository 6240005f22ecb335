### Comptes

accounts-title = Comptes
accounts-health = Estat del servei
accounts-stores = Es pot desar el que s’ordena.
accounts-stores-not = NO es pot desar res: el disc de la base de dades és ple o no es pot escriure. Mireu els registres del servei.
accounts-clock = El rellotge del servidor va bé.
accounts-clock-not = El rellotge del servidor NO va bé: no es desa res fins que hi vagi.
accounts-ready = Per a programes que vigilen el servei:
accounts-how = Com es gestionen els comptes
accounts-how-hint = A la línia d’ordres del servidor, també mentre el servei funciona. Cap pàgina no en pot crear ni canviar: qui s’apoderi d’una sessió no n’ha de poder fer una altra.
accounts-how-add = afegeix un compte
accounts-how-password = contrasenya nova, i tanca les sessions
accounts-how-invite = deixa entrar des d’un aparell nou
accounts-how-disable = tanca un compte i les sessions
accounts-how-list = llista els comptes
accounts-people = Tots els comptes
accounts-disabled = tancat
