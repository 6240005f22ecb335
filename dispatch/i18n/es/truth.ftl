# Cómo de vieja es la verdad

cli-watch-old = { $at }  DATOS NO ACTUALIZADOS: el servidor no lee la base de datos desde las { $since }. Si es urgente, llame por teléfono.
cli-watch-true-again = { $at }  Los datos vuelven a estar al día.

## Dos gestores, una unidad

refused-version_needed = Indique qué versión del traslado ha visto (If-Match): quien decide no puede quitar nada a nadie sin saber cómo está.
refused-unit_taken_meanwhile = Mientras tanto { $unit } ha ido a { $number }. Si quiere quitársela, dígalo expresamente.
takes-from = Quita la unidad a { $number }
conflict-takes = Quita { $unit } a { $number } y asígnala aquí
