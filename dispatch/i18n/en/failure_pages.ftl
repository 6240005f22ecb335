## A unit that fails with the patient: pages

page-failure = The unit can’t go on
page-failure-hint = Headquarters plans another unit at once. Stay with the patient: you answer for the patient until the next crew takes over.
page-failure-hint-on-the-way = Headquarters plans another unit for the patient at once. Yours is out of service until you say that it is back.
page-label-failure-reason = What has happened
page-label-lat = Latitude (optional)
page-label-lon = Longitude (optional)
page-failure-place = Only if this device does not send its position.
page-failure-send = Ask for another unit
page-fault-failure = Write what has happened.
page-done-failure = Told. Stay with the patient.
page-done-failure-free = Told. The unit is out of service; say here when it is back.
page-failure-wait = Stay with the patient until { $unit } takes over.
page-failure-wait-none = Stay with the patient: headquarters is looking for another unit.
page-failure-notice = { $unit } has failed ({ $time }). Its crew stays with the patient.
page-failure-next = { $unit } goes there.
page-failure-next-none = Another unit is being sent.
page-failure-with = The patient is with the crew of { $unit }, whose unit has failed.
page-failure-road = The patient waits on the road:
page-done-left = You are signed out. The service can’t store anything at the moment: the session is not valid any more, and is erased when it can store again or, at the latest, when it expires.
