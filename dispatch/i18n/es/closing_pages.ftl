## Un cierre deshecho: las páginas

page-ended = Cerrados hace poco
page-ended-home = Volver
page-ended-hint = Se cerró ({ $closing }) a las { $time }. Si no es verdad, deshágalo: el traslado vuelve a estar abierto donde estaba, con sus relojes, la cama y la unidad, y queda anotado. Se puede hasta las { $until }, mientras no haya seguido nada.
page-ended-send = Volver a abrir el traslado
page-ended-none = Este cierre ya no se puede deshacer. Llame a la central.
page-fault-closing-back = Escriba por qué se deshace el cierre.
page-done-closing-back = El traslado vuelve a estar abierto.
