### Páginas de médicos y dotaciones. Funcionan sin ningún script.

page-skip = Ir al contenido
page-language = Idioma
page-sign-in = Entrar
page-sign-out = Salir
page-sign-in-as = Entrar como { $name }
page-label-username = Nombre de usuario
page-label-password = Contraseña
page-demo-title = Personas de la demostración
page-demo-hint = Ninguna de estas personas existe. Elige una para entrar con su perfil.
page-person = Persona
page-place = Lugar
page-trouble = No se ha podido mostrar
page-go-home = Ir a tu pantalla
page-defect = Ha habido un error nuestro y ha quedado registrado. Vuelve atrás e inténtalo otra vez. Si es urgente, llama a la central.
page-checked = Comprobado a las { $time }
page-stale = DATOS NO ACTUALIZADOS: no llega nada nuevo. Si es urgente, llama a la central.
page-desk-phone = Teléfono de la central: { $phone }
page-news = Hay novedades.
page-reload = Actualizar
page-warning = Atención
page-next = Ahora toca

## Tiempo
page-ago-min = { $minutes ->
    [0] ahora mismo
   *[other] hace { $minutes } min
}
page-ago-hours = hace { $hours } h { $minutes } min
page-ago-days = { $days ->
    [one] hace { $days } día
   *[other] hace { $days } días
}
page-left-min = quedan { $minutes } min
page-left-hours = quedan { $hours } h { $minutes } min
page-left-days = { $days ->
    [one] queda { $days } día
   *[other] quedan { $days } días
}
page-over-min = pasada hace { $minutes } min
page-over-hours = pasada hace { $hours } h { $minutes } min
page-over-days = { $days ->
    [one] pasada hace { $days } día
   *[other] pasada hace { $days } días
}

## Lo que se ha rellenado
page-faults-title = Hay algo que corregir
page-fault-mark = Error
page-fault-username = Escribe el nombre de usuario
page-fault-password = Escribe la contraseña
page-fault-care = Indica si el paciente es adulto o pediátrico
page-fault-condition = Elige el estado del paciente
page-fault-has_treatment_limits = Indica si hay limitación del tratamiento de soporte vital
page-fault-needs-icu = Indica si necesita una cama de UCI
page-fault-patient_reference = Escribe el CIP o el número de historia
page-fault-bedside = Escribe dónde está el paciente
page-fault-contact_phone = Escribe un teléfono directo
page-fault-reason = Escribe el motivo
page-fault-count = hace falta un número sin decimales
page-fault-unanswered = Responde la pregunta { $number }: { $question }
page-fault-answer-no = Con un «No» no se puede aceptar. Si no es un error, elige un motivo en «No puedo aceptar»

## Hecho
page-done-requested = Solicitud enviada. Ahora elige el hospital que quieres consultar.
page-done-asked = Consulta enviada. El intensivista ya la ve.
page-done-condition = Estado del paciente actualizado. Todos los que intervienen ya lo ven.
page-done-cancelled = Traslado anulado.
page-done-accepted = Has aceptado el traslado: acuerdo 4 de 4. La cama queda reservada.
page-done-declined = Respuesta enviada: no se acepta. Se consultará otro hospital.
page-done-handed_over = Transferencia hecha. El paciente es responsabilidad vuestra.
page-done-beds = Camas actualizadas.
page-done-step = Paso registrado.
page-done-status = Estado de la unidad actualizado.

## Lista y nueva solicitud
page-requests = Los traslados de tu hospital
page-requests-none = Ningún traslado abierto · comprobado a las { $time }
page-new-request = Nueva solicitud
page-new-hint = Con estos campos basta para enviarla. Los datos opcionales se pueden rellenar ahora o más tarde.
page-requested = solicitado { $ago }
page-bedside-of = Lugar: { $place }
page-to = hacia { $hospital }
page-from = desde { $hospital }
page-asking = consultado: { $hospital }
page-label-care = Paciente
page-label-condition = Estado
page-leads-P0 = → prioridad 0, inmediato
page-leads-3h = → hasta 3 h
page-label-hypotensive = Sigue hipotenso después de los fluidos
page-label-limits = ¿Tiene limitación del tratamiento de soporte vital?
page-hint-limits = Si la tiene, el código no se activa y la atención básica continúa. En caso de duda, háblalo con la central antes de enviar.
page-label-icu = ¿Necesita una cama de UCI?
page-label-needs = ¿Qué más necesita?
page-hint-needs = Marca todo lo que haga falta. Si no hace falta nada, déjalo en blanco.
page-label-patient = CIP o número de historia
page-hint-patient = Solo sirve para no repetir la solicitud: se convierte en un código y no se guarda.
page-label-bedside = Dónde está el paciente
page-hint-bedside = Por ejemplo: Urgencias, box 4
page-label-phone = Teléfono directo
page-hint-phone = Del médico o médica que atiende al paciente
page-optional = Datos clínicos (opcionales)
page-optional-hint = Lo que no se sepa se deja en blanco: se mostrará como «no se sabe».
page-label-antibiotic = Antibiótico, hora de la primera dosis
page-send-request = Enviar la solicitud

## El traslado
page-awaited-requested = hay que elegir el hospital que se quiere consultar
page-awaited-asked = tiene que responder el intensivista · { $hospital }
page-awaited-accepted = la central tiene que asignar una unidad
page-awaited-assigned = la dotación tiene que confirmar el aviso · { $unit }
page-awaited-notified = la dotación tiene que salir · { $unit }
page-awaited-en_route = la unidad viene hacia el paciente · { $unit }
page-awaited-at_patient = la dotación prepara al paciente · { $unit }
page-awaited-departed = el paciente va hacia { $hospital } · { $unit }
page-awaited-arrived = el equipo receptor tiene que hacer la transferencia · { $hospital }
page-awaited-handed_over = nada más: el traslado se ha cerrado
page-awaited-cancelled = nada más: el traslado se ha anulado
page-asked-since = consultado { $ago }
page-asked-at = Consultado a las { $time } ({ $ago })
page-window = Prioridad
page-since-request = Solicitado { $ago }.
page-window-ends = La ventana acaba a las { $time }: { $left }.
page-window-not-yet = La ventana empieza con el acuerdo 4 de 4.
page-window-met = La unidad ha llegado al paciente a las { $time }.
page-hospitals = Hospitales receptores propuestos
page-own-suffices = Tu hospital ya tiene el nivel necesario para este paciente. Revisa si el traslado hace falta.
page-road = { $minutes } min por carretera
page-beds-unknown = camas libres: no se sabe
page-beds-closed = admisión cerrada
page-reported = actualizado { $ago }
page-ask = Consultar este hospital
page-ask-other = Consultar este, con un motivo
page-ask-another = Consultar otro hospital
page-ask-instead = Ahora la consulta está aquí: { $hospital }. Si consultas otro, dejará de verla.
page-label-override = Por qué este y no el primero propuesto
page-hint-override = Queda escrito en la línea de tiempo
page-override-declined = El propuesto primero ha dicho que no
page-no-hospitals = Ningún hospital propuesto. Llama a la central.
page-not-proposed = { $count ->
    [one] Por qué no { $count } hospital más
   *[other] Por qué no { $count } hospitales más
}
page-declined = Han dicho que no
page-agreed-by = Acuerdo 4 de 4: { $person }, { $time }
page-unit = Unidad
page-expected = previsto { $time }
page-expected-overdue = estaba previsto { $time }: pasa de la hora
page-expected-bedside = Con el paciente: previsto { $time }
page-expected-bedside-overdue = Con el paciente: estaba previsto { $time } y no ha llegado, que se sepa
page-expected-arrival = Llegada: prevista { $time }
page-expected-arrival-overdue = Llegada: estaba prevista { $time } y no ha llegado, que se sepa
page-pending = pendiente
page-responsible = Responsable ahora
page-responsible-referring = { $person }, { $hospital }
page-responsible-crew = Dotación de { $unit }, hasta la transferencia
page-responsible-crew-last = Última a cargo: la dotación { $unit }
page-responsible-receiving = Equipo receptor, { $hospital }
page-journey = Pasos
page-sent = Lo que has enviado
page-patient = Paciente
page-needs = Necesita
page-needs-none = ningún soporte especial
page-unusual = anormal
page-unusual-legend = «Anormal»: fuera de los límites propuestos para adultos (de un niño o una niña, solo el Glasgow), pendientes de validación clínica.
page-changed = El paciente ha cambiado
page-changed-hint = Corrige lo que haya cambiado. Si pasa a shock séptico o fallo multiorgánico, la prioridad sube al instante.
page-send-change = Enviar el cambio
page-cancel = Anular el traslado
page-cancel-hint = El traslado se cierra para todos. La cama y la unidad quedan libres.
page-label-reason = Motivo
page-cancel-send = Anularlo
page-keep = No anularlo

## Intensivista
page-answers = Consultas a tu UCI
page-waiting = Esperan tu respuesta
page-waiting-none = Ninguna consulta pendiente · comprobado a las { $time }
page-answer-now = Abrir y responder
page-coming = Aceptados
page-coming-none = Ningún paciente aceptado en camino.
page-own-beds = Tus camas
page-beds-counts = { $total } en total · { $used ->
    [one] { $used } ocupada
   *[other] { $used } ocupadas
} · { $held ->
    [one] { $held } reservada
   *[other] { $held } reservadas
}
page-report-beds = Actualizar las camas
page-beds-hint = Cuenta las camas con personal. Las reservadas por acuerdos se mantienen aparte.
page-label-total = Camas en total
page-label-used = Ocupadas
page-send-beds = Guardar
page-call = Llamar: { $person }
page-facts = Datos del paciente
page-checklist = Lista de verificación, 4 de 4
page-version = versión { $version }
page-evidence = Mira: { $evidence }
page-accept = Acepto el traslado
page-decline = No puedo aceptar
page-decline-why = ¿Por qué no?
page-reasons-here = No puede ser en este hospital: se consultará otro
page-reasons-patient = Ahora el paciente no se debe trasladar
page-decline-send = Enviar que no
page-take-over = Nos hacemos cargo del paciente

## Dotación
page-step-notified = Aviso recibido
page-step-en_route = Salimos hacia el paciente
page-step-at_patient = Estamos con el paciente
page-step-departed = Salimos con el paciente
page-step-arrived = Hemos llegado al hospital receptor
page-step-handed_over = Transferencia hecha
page-pick-up = Recogida
page-navigate = Abrir en el mapa
page-unit-status = Estado de la unidad
page-mission-none = Ninguna misión ahora · comprobado a las { $time }
page-in-service = En servicio
page-out-of-service = Fuera de servicio
page-position-sent = Posición enviada a las
page-position-failed = Posición no enviada: se volverá a intentar.
page-position-off = Este aparato no da la posición. Lo demás funciona igual.
page-position-script = Sin JavaScript no se envía la posición. Lo demás funciona igual.
