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
refused-closure_changed = { $person } has set another closure ({ $closed_at }): { $reason }, until { $ends_at }. It is not what you saw: look at it and decide again.
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
beds-close-now = Close admissions
beds-open-now = Open again
beds-closure-hours = For how many hours
hold-until = bed held until { $time }
hold-none = no bed held: the hold has expired
keep-bed = Keep the bed
override-closed = Closed or full, but the centre it should be

## Handover, outcome and return

page-crew-takes-over = We take over the patient
page-sender-releases = I have given the patient to the crew
page-receiver-confirms = I confirm that we took over
page-done-part = Noted.
page-done-outcome = Outcome noted.
page-done-return = Return asked for.
page-outcome = Outcome
page-outcome-tell = Tell the outcome
page-outcome-send = Save the outcome
outcome-ward = on a ward of this hospital
outcome-home = at home
outcome-elsewhere = in another hospital
outcome-died = died
outcome-returned = back in the hospital of before
page-return-ask = Ask for the return
page-return-hint = { $hospital } is asked. It is a transfer of its own that makes nobody wait: only units go that no other patient needs.
page-return-send = Ask for the return
page-return-follow = Follow the return
page-return-mark = Return from { $hospital }
page-return-first = the transfer there
page-returning = Patients coming back
page-going = Returns asked for
page-followed = Patients received
page-followed-away = Patients transferred
missing-sender_released = The sender has not confirmed yet
missing-receiver_took_over = The receiver has not confirmed yet
milestone-sender_released_at = Released by the sender
milestone-crew_took_over_at = Crew takes over
milestone-receiver_confirmed_at = Confirmed by the receiver
milestone-resolved_at = Outcome
part-sender_released = the sender has released the patient
part-crew_took_over = the crew has taken over
part-receiver_took_over = the receiver has taken over
event-transfer-part-confirmed = Confirmed: { $part }
event-transfer-resolved = Outcome: { $outcome }
event-transfer-return-requested = Return asked for
event-transfer-return-dropped = Return cancelled
priority-return = Return
priority-short-return = Return
priority-words-return = Return: when no other patient needs the unit
rule-return = Return to the referring hospital: it goes after everybody
rule-source-return = proposed: the code goes first
why-home_hospital = hospital the patient came from
why-return_waits = waits: patients of the code have no unit yet
refused-not_your_part = The other side confirms this part of the handover.
refused-already_confirmed = This part of the handover is confirmed already.
refused-outcome_by_return = The return itself tells that it arrived.
refused-return_not_possible = There is no received patient to take back (stage: { $stage }).
refused-return_already_requested = The return of { $number } has been asked for already.
refused-return_keeps_priority = { $number } is a return and keeps its priority: if the patient gets worse, cancel it and ask for the code again.
refused-only_returns_wait = Only a return can have this priority.
refused-not_a_return = { $number } is not a return: the intensivist answers.
refused-no_bed_needed = This return needs no ICU bed.
refused-bundle_of_return = { $number } is a return: the bundle belonged to the transfer before it.
responsible-now = Responsible now
side-referring = the sender
side-crew = the crew
side-receiving = the receiver
record-part = Note the handover
part-told = Confirm
return-mark = Return
question-no_higher_level = no longer needs this level
question-stable_for_return = stable enough for the journey
question-place_ready = bed and team ready
question-plan_shared = plan of treatment shared
