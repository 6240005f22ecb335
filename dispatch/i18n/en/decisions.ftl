## Decisions that people are asked for

decisions = Decision needed
decisions-count = { $count ->
    [one] Decision needed
   *[other] Decisions needed ({ $count })
}
decision-since = since { $time }
decision-settle = Settle it with a reason
decision-settle-hint = The cause remains: whoever settles it answers for that, and the reason is kept.
decision-settlers = May be settled with a reason by: { $roles }.
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
decision-no_hospital_has_all = No hospital has everything that is needed
decision-do-no_hospital_has_all = Ask one of the hospitals that come nearest, with a reason (what each lacks stands beside it), or change what is needed if the patient can go step by step.
why-treatment_limits = life-sustaining treatment is limited
why-end_of_life = the patient is at the end of life
why-no_infection = there is no infection
refused-end_of_life = At the end of life the code is not activated. Basic care goes on.
refused-no_infection = Without an infection the code is not activated. If the patient has to be moved for another reason, ask headquarters by telephone.
decision-limits_recorded = A limit to life support was recorded: decide whether the transfer goes on
decision-do-limits_recorded = Speak with the doctor in charge: either the transfer is cancelled, or a doctor writes why it goes on. Basic care goes on.
decision-no_infection = It was recorded that there is no infection: decide whether the transfer goes on
decision-do-no_infection = Speak with the doctor in charge: either the transfer is cancelled, or a doctor writes why it goes on.
decision-go-cancel = Cancel the transfer
decision-despite = Why it goes on all the same, although this is still to be decided
decision-despite-yes = Why yes all the same, although what is recorded says otherwise
event-despite = All the same, because: { $reason }
refused-agreement_denied = The doctor named denies having agreed for this patient. Say why the unit goes all the same, or ask another hospital.
refused-still_to_be_decided = Limits of treatment, the end of life, or no infection are on record for this patient, and nobody has decided yet whether the transfer goes on. Say why it goes on all the same, or stop it.
decision-own-act = Somebody else settles this: you wrote down what it is about.
refused-decision_own_act = You wrote down what this decision is about. Another dispatcher or the coordinating doctor has to settle it.
refused-question_was_withdrawn = The question was withdrawn at { $at }, because your hospital lacks what the patient needs now. Nothing is awaited from you.
