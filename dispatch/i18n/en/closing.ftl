## A closing taken back

event-transfer-closing-taken-back = Closing taken back ({ $closing }): { $reason }
event-transfer-return-reopened = The way back, closed by mistake, goes on
event-capacity-bed-vacated = The bed at { $hospital } is not taken: the handover was a mistake
release-elsewhere = is somewhere else
refused-no_bed_used = No bed is in use at this hospital.
refused-no_closing_to_take_back = There is no closing to take back.
refused-closing_not_that = The transfer was not closed like that. What can be taken back is: { $allowed }.
refused-closing_of_others = The closing of { $number } is taken back by whoever told it, or by headquarters: telephone them.
refused-closing_too_long_ago = It can’t be taken back any more: only { $allowed } after it was told. Telephone headquarters; if need be, a new transfer is opened.
refused-closing_confirmed = The receiving hospital has confirmed that it has the patient of { $number }: the handover can’t be taken back.
refused-closing_resolved = How the episode of { $number } went on has been told already: the closing can’t be taken back.
refused-closing_return_asked = A way back has been asked for { $number } already: the closing can’t be taken back.
refused-closing_unit_elsewhere = { $unit } has another mission by now ({ $number }): take it off first, for the patient was with it when this was closed.
refused-patient_requested_again = This patient has another open transfer by now: { $number }. Cancel that one first if it is the one too many.
decision-bed_given_away = The bed that was held is not there any more
decision-do-bed_given_away = The transfer was closed by mistake and its bed was given away. Telephone the receiving hospital: it keeps another one, or takes its yes back; or ask another hospital.
why-bed_given_away = no bed free at { $hospital }
closing-handed_over = the handover
closing-cancelled = the cancellation
closing-died = the death
closing-taken_back = the return to the sender
closing-lost = the search given up
