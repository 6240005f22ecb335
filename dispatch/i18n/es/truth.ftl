# Cómo de vieja es la verdad

cli-watch-old = { $at }  DATOS NO ACTUALIZADOS: el servidor no lee la base de datos desde las { $since }. Si es urgente, llame por teléfono.
cli-watch-true-again = { $at }  Los datos vuelven a estar al día.
