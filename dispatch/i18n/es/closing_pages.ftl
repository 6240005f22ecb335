## Un cierre deshecho: las páginas

page-ended = Cerrados hace poco
page-ended-home = Volver
page-ended-hint = Se cerró ({ $closing }) a las { $time }. Si no es verdad, deshágalo: el traslado vuelve a estar abierto donde estaba, con sus relojes, la cama y la unidad, y queda anotado. Se puede hasta las { $until }, mientras no haya seguido nada.
page-ended-send = Volver a abrir el traslado
page-ended-none = Este cierre ya no se puede deshacer. Llame a la central.
page-fault-closing-back = Escriba por qué se deshace el cierre.
page-done-closing-back = El traslado vuelve a estar abierto.
page-part-back = La confirmación fue un error
page-part-back-hint = Confirmó: “{ $part }”. Si no es cierto, deshágalo: queda escrito y la central lo sabe. Se puede hasta una hora después, mientras no se haya dicho nada más.
page-part-back-send = Deshacer la confirmación
page-fault-part-back = Escriba por qué se deshace la confirmación.
page-done-part-back = Confirmación deshecha. La central lo sabe.
