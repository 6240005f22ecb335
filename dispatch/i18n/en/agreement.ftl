### The agreement of two doctors: who is on duty, who does not answer, what is offered, what is said by telephone.

## Duty
post-first = first intensivist
post-second = second intensivist
post-head = head of duty
nobody = nobody
duty-roster = Duty roster
duty-now = On duty now: { $people }
duty-nobody-now = Nobody is on the duty roster of this hospital now.
duty-not-you = You are not on the duty roster now, so you can’t answer. Put yourself on it, or tell whoever is.
duty-hint = It decides who is asked and who may agree. Times are those of the clock on the wall.
duty-person = Who
duty-post = As
duty-starts = From
duty-ends = Until
duty-add = Put on duty
duty-end = End now
duty-withdraw = Withdraw
duty-running = on duty now
duty-ended-by = ended by { $person }
duty-none = No duty written down.
duty-nobody-employed = This hospital has no account of an intensivist.
duty-choose = Choose…
duty-hospital = Hospital

## No answer
rung-repeat = asked again
rung-second = second intensivist
rung-head = head of duty
rung-coordinating = coordinating doctor
event-transfer-escalated = { $hospital } does not answer: { $rung } ({ $doctors })
escalation = No answer yet
escalation-asked = Asked: { $doctors }
escalation-step = { $time } · { $rung } · { $doctors }
escalation-next = If nobody answers: { $rung } at { $time }
escalation-end = Everybody has been asked. The coordinating doctor decides now: call, or ask another hospital.

## Counter-offers
offer-after_resuscitation = after resuscitation
offer-other_hospital = in another hospital
offer-later = later
event-transfer-countered = { $hospital } can’t now, but offers: { $offer }
event-transfer-agreement-confirmed = { $hospital }: the intensivist confirms the agreement given by telephone
offers = Counter-offers
offer-line = { $hospital }: { $offer } { $detail }
offer-from = from { $time }
counter-open = Yes, but not here and now
counter-hint = The patient is not refused: meanwhile the next hospital is asked.
counter-kind = What do you offer?
counter-suggested = Which hospital
counter-available = From when
counter-send = Send the counter-offer

## By telephone
phone-agreement = Agreement by telephone
phone-hint = Only for a doctor on duty at the hospital asked, who will confirm it in person.
phone-doctor = Doctor who agrees
phone-read-back = I have read the four answers back to the doctor, who confirmed them
phone-record = Record the agreement
event-by-phone = by telephone: written down by { $recorder } in the name of { $person }
event-phone-confirmed = confirmed
event-phone-unconfirmed = NOT CONFIRMED YET
event-phone-denied = DENIED
phone-unconfirmed = Agreement by telephone, written down by { $recorder }: { $person } has not confirmed it yet.
phone-disputed = { $person } denies this agreement by telephone ({ $time }): { $reason }
phone-confirmed = Agreement by telephone, written down by { $recorder }; confirmed by { $person } at { $time }.
phone-confirm = I confirm this agreement
supporting-data = Data
supporting-stated-no-limits = Who asks states that life support is not limited.

refused-not_on_duty = Not on the duty roster of this hospital right now. Only who is on duty answers.
refused-shift_order = A duty must end after it starts.
refused-shift_over = This duty is already over.
refused-shift_too_long = The duty is too long. Allowed: { $allowed }.
refused-wall_time_missing = This hour does not exist: clocks leave it out ({ $value }).
refused-unknown_shift = This duty does not exist.
refused-offer_needs_hospital = Say which other hospital.
refused-offer_needs_time = Say from when, later than now.
refused-not_four_yes = By telephone only an agreement, 4 of 4, is recorded. If it is a no, ask another hospital.
refused-read_back_needed = Read the answers back to the doctor before recording them.
refused-nothing_to_confirm = This transfer has no agreement waiting to be confirmed.
refused-not_your_agreement = Only who agreed can confirm it: { $person }.

## Pages
page-fault-offer = Choose what you offer
page-fault-wall = Write the day and the time, for example 22/11/2026 20:00
page-fault-person = Choose who is on duty
page-fault-post = Say as what they are on duty
page-done-offered = Counter-offer sent. Meanwhile the next hospital is asked.
page-done-confirmed = Agreement confirmed.
page-done-duty = Duty roster updated.

## Console
side-duty = Duty
duty-hours = For
alert-unanswered = Nobody answers
