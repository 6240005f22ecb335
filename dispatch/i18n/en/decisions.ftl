## Decisions that people are asked for

decisions = Decision needed
decisions-count = { $count ->
    [one] Decision needed
   *[other] Decisions needed ({ $count })
}
decision-since = since { $time }
decision-settle = Settle it with a reason
decision-settle-hint = The cause remains: whoever settles it answers for that, and the reason is kept.
decision-settled = Decided: { $decision } · { $reason } ({ $person }, { $time })
decision-go-hospitals = See the hospitals
reason-they-can = the hospital says that it can
reason-no-better = no other hospital can treat the patient sooner
alert-decision = Decision needed
event-transfer-decision-settled = Decided: { $decision } · { $reason }
refused-decision_not_open = This decision is not open any more, or its facts have changed. See how it stands now.
refused-decision_of_others = This decision is for somebody else ({ $allowed }).

decision-needs_exceed_hospital = The patient needs more than the receiving hospital has
decision-do-needs_exceed_hospital = Choose another hospital from the list; the clock of the first agreement goes on.
event-transfer-question-withdrawn = { $hospital } is not asked any more: it lacks what is needed now
refused-needs_exceed_hospital = { $hospital } does not have what the patient needs now. Ask another hospital from the list.
decision-question_withdrawn = The question was withdrawn: the hospital lacks what is needed now
decision-do-question_withdrawn = Ask another hospital from the list, made anew for what the patient needs now.
