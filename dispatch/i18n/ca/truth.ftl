# Com de vella és la veritat

cli-watch-old = { $at }  DADES NO ACTUALITZADES: el servidor no llegeix la base de dades des de les { $since }. Si és urgent, truqueu.
cli-watch-true-again = { $at }  Les dades tornen a estar al dia.
