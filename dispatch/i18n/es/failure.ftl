## A unit that fails with the patient

event-transfer-unit-failed = La unidad ha fallado: { $unit_id } ({ $reason })
refused-position_needed = Indique dónde está el paciente: { $unit } no ha enviado su posición en los últimos minutos.
refused-patient_on_the_road = { $number } no se puede anular mientras el paciente está en la carretera.
refused-not_your_unit = Este paso corresponde a la dotación de { $unit }.
