# Com de vella és la veritat

cli-watch-old = { $at }  DADES NO ACTUALITZADES: el servidor no llegeix la base de dades des de les { $since }. Si és urgent, truqueu.
cli-watch-true-again = { $at }  Les dades tornen a estar al dia.

## Dos gestors, una unitat

refused-version_needed = Indiqueu quina versió del trasllat heu vist (If-Match): qui decideix no pot treure res a ningú sense saber com està.
refused-unit_taken_meanwhile = Mentrestant { $unit } ha anat a { $number }. Si la hi voleu treure, digueu-ho expressament.
takes-from = Treu la unitat a { $number }
conflict-takes = Treu { $unit } a { $number } i assigna-la aquí
