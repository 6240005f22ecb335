## A unit that fails with the patient

event-transfer-unit-failed = La unidad ha fallado: { $unit_id } ({ $reason })
refused-position_needed = Indique dónde está el paciente: { $unit } no ha enviado su posición en los últimos minutos.
refused-patient_on_the_road = { $number } no se puede anular mientras el paciente está en la carretera.
refused-not_your_unit = Este paso corresponde a la dotación de { $unit }.
alert-failed = Unidad averiada con el paciente
alert-failed-before = Unidad averiada antes de tener al paciente: hace falta otra unidad
unit-failed-action = La unidad ha fallado
failed-waits = { $unit } ha fallado ({ $time }): su dotación tiene al paciente
failed-road = en la carretera, { $place }
failed-hospital = en el hospital emisor
failed-lat = Latitud, si se sabe
failed-lon = Longitud, si se sabe
reason-accident = accidente
reason-crew-ill = miembro de la dotación enfermo
stranded-on-the-road = Parado en la carretera, con { $unit }
stranded-in-hospital = Parado en el emisor, con { $unit }
