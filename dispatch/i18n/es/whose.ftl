### De quién es la solicitud: identificadores, duplicados y la comprobación a pie de cama.

prealert-comes-of = Viene de la prealerta
prealert-untick = Si no se puede vincular, desmarca «Viene de la prealerta» y vuelve a enviar la solicitud.
