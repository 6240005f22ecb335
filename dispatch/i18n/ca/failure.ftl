## A unit that fails with the patient

event-transfer-unit-failed = La unitat ha fallat: { $unit_id } ({ $reason })
refused-position_needed = Digueu on és el pacient: { $unit } no ha enviat la seva posició en els darrers minuts.
refused-patient_on_the_road = { $number } no es pot anul·lar mentre el pacient és a la carretera.
refused-not_your_unit = Aquest pas correspon a la dotació de { $unit }.
alert-failed = Unitat avariada amb el pacient
alert-failed-before = Unitat avariada abans de tenir el pacient: cal una altra unitat
unit-failed-action = La unitat ha fallat
failed-waits = { $unit } ha fallat ({ $time }): la seva dotació té el pacient
failed-road = a la carretera, { $place }
failed-hospital = a l’hospital emissor
failed-lat = Latitud, si se sap
failed-lon = Longitud, si se sap
reason-accident = accident
reason-crew-ill = membre de la dotació malalt
stranded-on-the-road = Encallat a la carretera, amb { $unit }
stranded-in-hospital = Encallat a l’emissor, amb { $unit }
