# How old the truth is

cli-watch-old = { $at }  DATA NOT UP TO DATE: the server has not read the database since { $since }. If it is urgent, telephone.
cli-watch-true-again = { $at }  The data are up to date again.

## Two dispatchers, one unit

refused-version_needed = Say which version of the transfer you looked at (If-Match): nobody takes something from somebody without knowing how things stand.
refused-version_unknown = Nobody has seen that version of the transfer yet (the last is { $allowed }). Look at it again and decide from what it shows.
refused-unit_taken_meanwhile = Meanwhile { $unit } has gone to { $number }. To take it from there, say so expressly.
takes-from = Takes the unit from { $number }
conflict-takes = Take { $unit } from { $number } and assign it here

## When the world fails: what somebody with a patient does

todo-unavailable = The service is not answering right now. Go back and send it again: it won’t be done twice. If it is urgent, call headquarters.
todo-saturated = Too many people are at it at once, and this was not done. Try again in a few seconds. If it is urgent, call headquarters.
todo-database_full = The service can’t store anything, and this was not done. Don’t try again: call headquarters and work by telephone.
todo-database_read_only = The service can’t store anything right now, and this was not done. Call headquarters and work by telephone.
todo-database_disk = The service’s disk does not work, and this was not done. Call headquarters and work by telephone.
todo-clock_wrong = The service’s clock is wrong, and nothing is stored until it is right. This was not done: call headquarters and work by telephone.
todo-too_busy = Too many people changed the same at once, and this was not done. See how it stands and try again. If it is urgent, call headquarters.

## What headquarters itself does

desk-todo-unavailable = The service is not answering right now. Try again: it won’t be done twice. If it is urgent, do it by telephone and write it on the printed sheet.
desk-todo-saturated = Too many people are at it at once, and this was not done. Try again in a few seconds; if it is urgent, do it by telephone.
desk-todo-database_full = The service can’t store anything, and this was not done. Don’t try again: work by telephone and with the printed sheet, and tell the technicians.
desk-todo-database_read_only = The service can’t store anything, and this was not done. Don’t try again: work by telephone and with the printed sheet, and tell the technicians.
desk-todo-database_disk = The service can’t store anything, and this was not done. Don’t try again: work by telephone and with the printed sheet, and tell the technicians.
desk-todo-clock_wrong = The service’s clock is wrong, and this was not done. Work by telephone and with the printed sheet, and tell the technicians.
desk-todo-too_busy = Too many people changed the same at once, and this was not done. See how it stands and try again.
desk-todo-defect = The program failed, which has been noted, and nothing was half-stored. Try again once; if it goes on, do it by telephone and tell the technicians.

unavailable-saturated = The server is saturated: all its connections to the database are busy. Look at the load and at max_connections of PostgreSQL; the database works.
unavailable-database_full = The database can’t write: its disk is full. Make room on it.
unavailable-database_read_only = The database only reads: it is not the primary any more. Check CSI_DATABASE_URL and the replica.
unavailable-database_disk = The database can’t use its disk, which only reads or is broken. Look at the log of PostgreSQL and at the disk; move the data to another one.
unavailable-defect = The program met a fault of its own in “{ $room }”. The rest goes on; the trace in the log tells where. Report it.
unavailable-no_plan = The optimiser’s round was refused ({ $code }): no unit is proposed to anybody. The rest goes on.
unavailable-clock_wrong = The clock of this machine differs by { $seconds } s from the database’s. Set them right (NTP); until then nothing is recorded.
