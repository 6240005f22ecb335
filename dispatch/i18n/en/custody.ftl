## Beds: news, closures, holds

page-beds-old = free beds: not known (last report { $ago })
page-closed-until = Closed until { $time }: { $reason } ({ $person })
page-overridden = { $count ->
    [one] asked all the same { $count } time
   *[other] asked all the same { $count } times
}
page-close-beds = Close to admissions
page-close-hint = It shows as a warning with the reason and your name, and ends by itself. If need be, you can be asked for a bed all the same, with the reason in writing.
page-label-closure-reason = Reason for closing
page-label-closure-hours = For how many hours
page-closure-hours = { $hours } h
page-send-closure = Close
page-open-beds = Open to admissions again
page-fault-closure-reason = Write the reason for closing
page-done-closed = Closed to admissions.
page-done-opened = Open to admissions.
page-done-kept = The bed stays held.
page-ask-despite = Ask all the same
page-label-override-despite = Why this one, although closed or full
page-asked-although = You are asked all the same: { $despite }. Reason: { $reason }
despite-closed = closed to admissions
despite-full = no bed free
page-hold = Bed held
page-hold-until = Held until { $time } unless a unit has reached the patient before.
page-hold-arrival = Held until the patient arrives.
page-hold-none = The hold has expired: no bed is held for this patient now.
page-keep-bed = Keep the bed
refused-closure_end = Say until when: within the next { $most_h } hours.
refused-closed_or_full = { $despite ->
    [closed] This hospital is closed to admissions: write why you ask it all the same.
    [full] This hospital has no bed free: write why you ask it all the same.
   *[other] This hospital is closed to admissions and has no bed free: write why you ask it all the same.
}
refused-not_closed = It is not closed to admissions.
event-transfer-bed-hold-expired = The hold of the bed has expired
event-transfer-bed-kept = The bed stays held
event-capacity-closed = { $hospital } closes to admissions: { $reason }
event-capacity-opened = { $hospital } opens to admissions again
event-capacity-overridden = { $hospital }: asked all the same ({ $despite }): { $reason }
event-capacity-bed-taken = Bed taken at { $hospital } without a hold
beds-closed-until = closed until { $time }
beds-closed-why = { $reason } ({ $person })
beds-overridden = { $count ->
    [one] asked all the same { $count } time
   *[other] asked all the same { $count } times
}
beds-last = last: { $free } of { $total }
beds-source-hospital = the hospital
beds-source-telephone = by telephone
beds-closing = Admissions
beds-close-now = Close
beds-open-now = Open again
beds-closure-hours = For how many hours
hold-until = bed held until { $time }
hold-none = no bed held: the hold has expired
keep-bed = Keep the bed
override-closed = Closed or full, but the centre it should be
