### De qui és la sol·licitud: identificadors, duplicats, i la comprovació al llit.

prealert-comes-of = Ve de la prealerta
prealert-untick = Si no s’hi pot vincular, desmarca «Ve de la prealerta» i torna a enviar la sol·licitud.
