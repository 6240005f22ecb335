## A unit that fails with the patient

event-transfer-unit-failed = The unit has failed: { $unit_id } ({ $reason })
refused-position_needed = Say where the patient is: { $unit } has not sent its position in the last minutes.
refused-patient_on_the_road = { $number } cannot be cancelled while the patient is on the road.
refused-not_your_unit = This step is for the crew of { $unit }.
alert-failed = Unit failed with the patient
alert-failed-before = Unit failed before it had the patient: another one is needed
unit-failed-action = The unit has failed
failed-waits = { $unit } has failed ({ $time }): its crew has the patient
failed-road = on the road, { $place }
failed-hospital = in the referring hospital
failed-lat = Latitude, if known
failed-lon = Longitude, if known
reason-accident = accident
reason-crew-ill = crew member ill
stranded-on-the-road = Stranded on the road, with { $unit }
stranded-in-hospital = Stranded at the sender, with { $unit }
