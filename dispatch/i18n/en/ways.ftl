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
