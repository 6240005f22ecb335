### La hoja para un día sin pantallas, y lo que después se pasa de ella.

sheet-title = Hoja para trabajar sin pantallas
sheet-stale = Hecha a la hora de arriba. Todo lo que dice puede haber cambiado: confírmalo por teléfono antes de actuar.
sheet-every = Se hace una nueva cada { $minutes } min: si esta es más antigua, el sistema no las hace.
sheet-number = Evento { $seq }
sheet-transfers = Traslados abiertos: { $count }
sheet-none = Ningún traslado abierto a la hora de arriba.
sheet-window = con el paciente antes de las { $time }
sheet-propose = se propone
sheet-unit = Unidad
sheet-proposed-unit = el optimizador proponía { $unit }
sheet-expected-bedside = con el paciente hacia las { $time }
sheet-expected-arrival = en el hospital receptor hacia las { $time }
sheet-pre-alerts = Prealertas abiertas: { $count }
sheet-what = Número
sheet-arrives = Llega
sheet-raised-by = Quién prealerta
sheet-telephone = Teléfono
sheet-units = Unidades de turno
sheet-beds-read = libres/total, hora del dato; ? = no se sabe
sheet-held = { $beds } reservadas
sheet-other-numbers = Otros teléfonos
sheet-forms = Solicitudes en blanco
sheet-forms-hint = Escribe la hora de cada paso. Cuando el sistema vuelva, la central lo entra todo con estas horas y queda marcado como entrado más tarde.
sheet-form-hospital = Hospital emisor
sheet-form-doctor = Médico/a responsable y teléfono
sheet-form-care = Adulto / pediátrico
sheet-form-condition = Sepsis / shock séptico / fallo multiorgánico
sheet-form-needs = Qué necesita (UCI, vasoactivos, ventilación…)
sheet-form-limits = ¿Limitación del soporte vital?
sheet-form-asked = Hospital consultado y hora
sheet-form-agreed = Hora del acuerdo (4 de 4)
sheet-form-intensivist = Intensivista que acuerda
sheet-form-unit = Unidad y hora de asignación
sheet-form-read-back = releído por teléfono
