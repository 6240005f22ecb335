## What turns out otherwise

step-crew_took_over = the crew took over
event-transfer-step-taken-back = Step taken back: { $step } ({ $reason })
refused-no_step_to_take_back = There is no step to take back.
refused-step_not_last = That step is not the last one any more. Only this one can be taken back: { $allowed }.
refused-unit_moved_on = { $unit } does not wait with the patient any more: this step can't be taken back.
take-back-step = Take back the last step: { $step }
reason-wrong-button = wrong button
reason-told-too-early = reported too early
page-step-back = I pressed the wrong button
page-step-back-hint = The last step was “{ $step }”. Take it back if it is not true: the clocks are as they were before, and it is written down.
page-label-step-back-reason = Why
page-step-back-send = Take the step back
page-fault-step-back = Write why the step is taken back.
page-done-step-back = Step taken back.
event-transfer-agreement-withdrawn = { $hospital } withdraws its agreement: { $reason }
event-transfer-agreement-disputed = The intensivist denies the agreement of { $hospital } by telephone: { $reason }
refused-no_receiver = { $number } has no receiving hospital: the one that had agreed has withdrawn. Do not leave until another one agrees.
refused-nothing_to_withdraw = There is no agreement to withdraw.
refused-already_disputed = You have already denied this agreement.
refused-hospital_agreed = This hospital has already agreed.

## Ways out of the plan

stage-died = died
stage-taken_back = taken back to the sender
stage-lost = no news
milestone-died_at = Death
milestone-taken_back_at = With the referring team again
milestone-lost_at = No news
outcome-lost = lost to follow
page-awaited-died = nothing: the patient has died
page-awaited-taken_back = nothing: the patient is in the referring hospital again
page-awaited-lost = nothing: nobody knows where the patient is
course-worse = is getting worse
course-better = is getting better
why-said = “{ $said }”
why-not_confirmed = { $person } has not confirmed it
event-transfer-died = The patient has died
event-transfer-lost = Nobody knows where the patient is: { $reason }
event-transfer-taken-back = The referring team has the patient again
event-transfer-driven-elsewhere = The crew drives to { $hospital }: { $reason }
event-transfer-course-reported = On the way the patient { $course }
event-transfer-request-withdrawn = The sender does not want the transfer any more: { $reason }
event-transfer-receiver-unreachable = { $hospital } does not answer: { $reason }
event-transfer-receiver-closed = { $hospital } closes its unit: { $reason }
refused-already_there = The patient is already where he is taken.
refused-driving_there_already = The crew is already driving to this hospital.
refused-patient_not_on_the_road = The patient is not on the way.
refused-patient_not_with_crew = The patient is not with the crew: a change of state is for the doctors to write.
refused-not_your_patient = Another side answers for the patient now.
decision-receiver_withdrew = The receiving hospital has withdrawn its agreement
decision-do-receiver_withdrew = Look for another hospital; the clock of the first agreement goes on. The unit stays assigned until somebody takes it off.
decision-receiver_closed = The receiving hospital has closed its unit
decision-do-receiver_closed = Telephone it: let it confirm that it takes the patient (keep the bed) or withdraw its agreement.
decision-receiver_unreachable = The receiving hospital does not answer
decision-do-receiver_unreachable = Telephone the second intensivist or the head of duty, or ask another hospital.
decision-agreement_disputed = The intensivist denies the agreement by telephone
decision-do-agreement_disputed = Talk to them, best before the patient leaves: let them confirm it, withdraw it, or look for another hospital. If the patient is on the road, tell the crew.
decision-agreement_unconfirmed = The agreement by telephone is not confirmed yet
decision-do-agreement_unconfirmed = The unit is with the patient. Have the intensivist confirm it before departure, or before arrival if it is on the road.
decision-patient_worse = The patient is getting worse on the way
decision-do-patient_worse = Talk to the crew: go on, a nearer hospital, or support by another unit. Tell the receiver.
decision-crew_diverts = The crew drives to a hospital that has not agreed
decision-do-crew_diverts = Tell both hospitals and ask the new one for its agreement. The bed of the first stays held.
decision-request_withdrawn = The sender does not want the transfer any more, and the patient is on the way
decision-do-request_withdrawn = Decide with both doctors whether the crew turns back or goes on.

## Ways out of the plan: console

reason-rang = does not answer the telephone
reason-no-contact = no contact by radio or telephone
way-withdrawal = The receiving hospital withdraws
way-told-by = Who said so
way-course = Change of the patient with the crew
way-note = What they see
way-elsewhere = The crew drives to another hospital
way-unreachable = The receiving hospital does not answer
way-request-withdrawal = The sender does not want the transfer any more
way-death = The patient has died
way-lost = Nobody knows where the patient is
way-diverted = On the way to { $hospital } ({ $time }): { $reason }
way-course-is = The patient { $course } ({ $time }) { $note }
way-ask-another = Ask another hospital as well
page-elsewhere-back = back to the sender
page-death-sure = I confirm that the patient has died. The transfer closes.
