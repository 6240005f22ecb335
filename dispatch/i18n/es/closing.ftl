## Un cierre deshecho

event-transfer-closing-taken-back = Cierre deshecho ({ $closing }): { $reason }
event-transfer-return-reopened = El retorno, cerrado por error, continúa
event-capacity-bed-vacated = La cama de { $hospital } no está ocupada: el traspaso era un error
release-elsewhere = está en otro lugar
refused-no_bed_used = No hay ninguna cama ocupada en este hospital.
refused-no_closing_to_take_back = No hay ningún cierre que deshacer.
refused-closing_not_that = El traslado no está cerrado así. Lo que se puede deshacer es: { $allowed }.
refused-closing_of_others = El cierre de { $number } lo deshace quien lo dijo, o la central: llame.
refused-closing_too_long_ago = Ya no se puede deshacer: se puede hasta { $allowed } después de decirlo. Llame a la central; si hace falta, se abre un traslado nuevo.
refused-closing_confirmed = El hospital receptor ya ha confirmado que tiene al paciente de { $number }: el traspaso no se puede deshacer.
refused-closing_resolved = De { $number } ya se ha dicho cómo sigue el episodio: el cierre no se puede deshacer.
refused-closing_return_asked = De { $number } ya se ha pedido un retorno: el cierre no se puede deshacer.
refused-closing_unit_elsewhere = { $unit } ya tiene otra misión ({ $number }): quítesela primero, porque el paciente de cuando se cerró iba con ella.
refused-patient_requested_again = Este paciente ya tiene otro traslado abierto: { $number }. Cancélelo primero si es el que sobra.
decision-bed_given_away = La cama reservada ya no está
decision-do-bed_given_away = El traslado estaba cerrado por error y su cama se ha dado. Llame al hospital receptor: que mantenga otra, que retire el acuerdo, o pídalo a otro hospital.
why-bed_given_away = sin cama libre en { $hospital }
closing-handed_over = el traspaso
closing-cancelled = la cancelación
closing-died = la muerte
closing-taken_back = la vuelta al emisor
closing-lost = la búsqueda abandonada
