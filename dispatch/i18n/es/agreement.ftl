### El acuerdo entre dos médicos: quién está de guardia, quién no responde, qué se ofrece, qué se dice por teléfono.

## Guardias
post-first = primer intensivista
post-second = segundo intensivista
post-head = jefe de guardia
nobody = nadie
duty-roster = Lista de guardia
duty-now = De guardia ahora: { $people }
duty-nobody-now = Ahora no hay nadie en la lista de guardia de este hospital.
duty-not-you = Ahora no estás en la lista de guardia: no puedes responder. Apúntate o avisa a quien esté.
duty-hint = Decide a quién se pregunta y quién puede acordar. La hora es la del reloj de la pared.
duty-person = Quién
duty-post = Como
duty-starts = Desde
duty-ends = Hasta
duty-add = Añadir a la guardia
duty-end = Acabar ahora
duty-withdraw = Retirar
duty-running = de guardia ahora
duty-ended-by = acabada por { $person }
duty-none = Ninguna guardia escrita.
duty-nobody-employed = Este hospital no tiene ninguna cuenta de intensivista.
duty-choose = Elige…
duty-hospital = Hospital

## Sin respuesta
rung-repeat = se pregunta otra vez
rung-second = segundo intensivista
rung-head = jefe de guardia
rung-coordinating = médico coordinador
event-transfer-escalated = { $hospital } no responde: { $rung } ({ $doctors })
escalation = Sin respuesta
escalation-asked = Preguntado a: { $doctors }
escalation-step = { $time } · { $rung } · { $doctors }
escalation-next = Si no responde: { $rung } a las { $time }
escalation-end = Se ha preguntado a todos. Ahora decide el médico coordinador: llama, o pídelo a otro hospital.

## Contraofertas
offer-after_resuscitation = después de la reanimación
offer-other_hospital = en otro hospital
offer-later = más tarde
event-transfer-countered = { $hospital } no puede ahora, pero propone: { $offer }
event-transfer-agreement-confirmed = { $hospital }: el intensivista confirma el acuerdo dado por teléfono
offers = Contraofertas
offer-line = { $hospital }: { $offer } { $detail }
offer-from = a partir de las { $time }
counter-open = Sí, pero no aquí y ahora
counter-hint = El paciente no queda rechazado: mientras tanto se pide al siguiente hospital.
counter-kind = ¿Qué propones?
counter-suggested = Qué hospital
counter-available = A partir de cuándo
counter-send = Enviar la contraoferta

## Por teléfono
phone-agreement = Acuerdo por teléfono
phone-hint = Solo para un médico de guardia del hospital preguntado. Lo confirmará él mismo.
phone-doctor = Médico que acuerda
phone-read-back = He releído las cuatro respuestas al médico y las ha dado por buenas
phone-record = Registrar el acuerdo
event-by-phone = por teléfono: lo ha escrito { $recorder } en nombre de { $person }
event-phone-confirmed = confirmado
event-phone-unconfirmed = AÚN SIN CONFIRMAR
event-phone-denied = NEGADO
phone-unconfirmed = Acuerdo por teléfono, escrito por { $recorder }: { $person } aún no lo ha confirmado.
phone-disputed = { $person } niega este acuerdo telefónico ({ $time }): { $reason }
phone-confirmed = Acuerdo por teléfono, escrito por { $recorder }; confirmado por { $person } a las { $time }.
phone-confirm = Confirmo este acuerdo
supporting-data = Datos
supporting-stated-no-limits = Quien pide dice que no hay limitación del soporte vital.

refused-not_on_duty = No consta en la lista de guardia de este hospital ahora mismo. Solo responde quien está de guardia.
refused-shift_order = La guardia debe acabar después de empezar.
refused-shift_over = Esta guardia ya ha acabado.
refused-shift_too_long = La guardia es demasiado larga. Permitido: { $allowed }.
refused-wall_time_missing = Esta hora no existe: el reloj la salta ({ $value }).
refused-unknown_shift = Esta guardia no existe.
refused-offer_needs_hospital = Di qué otro hospital.
refused-offer_needs_time = Di a partir de cuándo, más tarde que ahora.
refused-not_four_yes = Por teléfono solo se registra un acuerdo, 4 de 4. Si es que no, pídelo a otro hospital.
refused-read_back_needed = Hay que releer las respuestas al médico antes de registrarlas.
refused-nothing_to_confirm = Este traslado no tiene ningún acuerdo pendiente de confirmar.
refused-not_your_agreement = Solo puede confirmarlo quien lo acordó: { $person }.

## Páginas
page-fault-offer = Elige qué propones
page-fault-wall = Escribe el día y la hora, por ejemplo 22/11/2026 20:00
page-fault-person = Elige quién hace la guardia
page-fault-post = Di como qué hace la guardia
page-done-offered = Contraoferta enviada. Mientras tanto se pide al siguiente hospital.
page-done-confirmed = Acuerdo confirmado.
page-done-duty = Lista de guardia actualizada.

## Consola
side-duty = Guardias
duty-hours = Durante
alert-unanswered = Nadie responde
