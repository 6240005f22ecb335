### Pages of doctors and crews. They work without any script.

page-skip = Skip to the content
page-language = Language
page-sign-in = Sign in
page-sign-out = Sign out
page-sign-in-as = Sign in as { $name }
page-label-username = Username
page-label-password = Password
page-demo-title = People of the demonstration
page-demo-hint = None of these people exists. Choose one to come in with that role.
page-person = Person
page-place = Place
page-trouble = This could not be shown
page-go-home = Go to your screen
page-defect = Something of ours went wrong and has been recorded. Go back and try again. If it is urgent, call headquarters.
page-checked = Checked at { $time }
page-stale = NOT UP TO DATE: nothing new is coming in. If it is urgent, call headquarters.
page-desk-phone = Headquarters by telephone: { $phone }
page-news = There is news.
page-reload = Reload
page-warning = Attention
page-next = Next

## Time
page-ago-min = { $minutes ->
    [0] just now
   *[other] { $minutes } min ago
}
page-ago-hours = { $hours } h { $minutes } min ago
page-ago-days = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
page-left-min = { $minutes } min left
page-left-hours = { $hours } h { $minutes } min left
page-left-days = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
page-over-min = over by { $minutes } min
page-over-hours = over by { $hours } h { $minutes } min
page-over-days = { $days ->
    [one] over by { $days } day
   *[other] over by { $days } days
}

## What was filled in
page-faults-title = Something needs correcting
page-fault-mark = Error
page-fault-username = Write the username
page-fault-password = Write the password
page-fault-care = Say whether the patient is an adult or a child
page-fault-condition = Choose the condition of the patient
page-fault-has_treatment_limits = Say whether life-sustaining treatment is limited
page-fault-needs-icu = Say whether an ICU bed is needed
page-fault-patient_reference = Write the CIP or the record number
page-fault-bedside = Write where the patient is
page-fault-contact_phone = Write a direct telephone number
page-fault-reason = Write the reason
page-fault-count = a number without decimals is needed
page-fault-unanswered = Answer question { $number }: { $question }
page-fault-answer-no = A “No” can’t be accepted. If it is not a slip, choose a reason under “I can’t accept”

## Done
page-done-requested = Request sent. Now choose the hospital to ask.
page-done-asked = Sent. The intensivist can see it now.
page-done-condition = Condition updated. Everyone taking part can see it now.
page-done-cancelled = Transfer cancelled.
page-done-accepted = You have accepted the transfer: agreement 4 of 4. The bed is held.
page-done-declined = Answer sent: not accepted. Another hospital will be asked.
page-done-handed_over = Handed over. The patient is in your care.
page-done-beds = Beds updated.
page-done-step = Step recorded.
page-done-status = Status of the unit updated.

## List and new request
page-requests = Transfers of your hospital
page-requests-none = No open transfer · checked at { $time }
page-new-request = New request
page-new-hint = These fields are enough to send it. Optional details may be filled in now or later.
page-requested = requested { $ago }
page-bedside-of = Place: { $place }
page-to = to { $hospital }
page-from = from { $hospital }
page-asking = asked: { $hospital }
page-label-care = Patient
page-label-condition = Condition
page-leads-P0 = → priority 0, immediate
page-leads-3h = → up to 3 h
page-label-hypotensive = Still hypotensive after fluids
page-label-limits = Is life-sustaining treatment limited?
page-hint-limits = If it is, the code is not activated and basic care goes on. When in doubt, talk to headquarters before sending.
page-label-icu = Is an ICU bed needed?
page-label-needs = What else is needed?
page-hint-needs = Tick all that apply. If nothing else is needed, leave it blank.
page-label-patient = CIP or record number
page-hint-patient = Only used so that nobody asks twice: it becomes a code and is not kept.
page-label-bedside = Where the patient is
page-hint-bedside = For example: Emergency, box 4
page-label-phone = Direct telephone
page-hint-phone = Of the doctor looking after the patient
page-optional = Clinical details (optional)
page-optional-hint = Leave blank what is not known: it will be shown as “not known”.
page-label-antibiotic = Antibiotic, time of the first dose
page-send-request = Send the request

## The transfer
page-awaited-requested = choose the hospital to ask
page-awaited-asked = the intensivist has to answer · { $hospital }
page-awaited-accepted = headquarters has to assign a unit
page-awaited-assigned = the crew has to acknowledge · { $unit }
page-awaited-notified = the crew has to leave · { $unit }
page-awaited-en_route = the unit is on its way to the patient · { $unit }
page-awaited-at_patient = the crew is preparing the patient · { $unit }
page-awaited-departed = the patient is on the way to { $hospital } · { $unit }
page-awaited-arrived = the receiving team has to take over · { $hospital }
page-awaited-handed_over = nothing more: the transfer is closed
page-awaited-cancelled = nothing more: the transfer was cancelled
page-asked-since = asked { $ago }
page-asked-at = Asked at { $time } ({ $ago })
page-window = Priority
page-since-request = Requested { $ago }.
page-window-ends = The window ends at { $time }: { $left }.
page-window-not-yet = The window begins with the 4 of 4 agreement.
page-window-met = The unit reached the patient at { $time }.
page-hospitals = Receiving hospitals proposed
page-own-suffices = Your hospital already has the level this patient needs. Check whether the transfer is necessary.
page-road = { $minutes } min by road
page-beds-unknown = free beds: not known
page-beds-closed = closed to admissions
page-reported = reported { $ago }
page-ask = Ask this hospital
page-ask-other = Ask this one, with a reason
page-ask-another = Ask another hospital
page-ask-instead = The request is with { $hospital } now. If you ask another, it will no longer see it.
page-label-override = Why this one and not the first proposed
page-hint-override = It is written in the timeline
page-override-declined = The one proposed first said no
page-no-hospitals = No hospital proposed. Call headquarters.
page-not-proposed = { $count ->
    [one] Why not { $count } other hospital
   *[other] Why not { $count } other hospitals
}
page-declined = Said no
page-agreed-by = Agreement 4 of 4: { $person }, { $time }
page-unit = Unit
page-expected = expected { $time }
page-expected-overdue = was expected { $time }: past its time
page-expected-bedside = With the patient: expected { $time }
page-expected-bedside-overdue = With the patient: was expected { $time }, not there as far as is known
page-expected-arrival = Arrival: expected { $time }
page-expected-arrival-overdue = Arrival: was expected { $time }, not there as far as is known
page-pending = pending
page-responsible = Responsible now
page-responsible-referring = { $person }, { $hospital }
page-responsible-crew = Crew of { $unit }, until the handover
page-responsible-crew-last = Last in charge: the crew { $unit }
page-responsible-receiving = Receiving team, { $hospital }
page-journey = Steps
page-sent = What you sent
page-patient = Patient
page-needs = Needs
page-needs-none = no special support
page-unusual = abnormal
page-unusual-legend = “Abnormal”: outside limits proposed for adults (of a child, the Glasgow scale alone), awaiting clinical validation.
page-changed = The patient has changed
page-changed-hint = Correct what has changed. Septic shock or multi-organ failure raises the priority at once.
page-send-change = Send the change
page-cancel = Cancel the transfer
page-cancel-hint = The transfer closes for everyone. The bed and the unit are free again.
page-label-reason = Reason
page-cancel-send = Cancel it
page-keep = Don’t cancel

## Intensivist
page-answers = Requests to your ICU
page-waiting = Waiting for your answer
page-waiting-none = No request waiting · checked at { $time }
page-answer-now = Open and answer
page-coming = Accepted
page-coming-none = No accepted patient on the way.
page-own-beds = Your beds
page-beds-counts = { $total } in all · { $used } in use · { $held } held
page-report-beds = Update the beds
page-beds-hint = Count staffed beds. Those held by agreements are kept apart.
page-label-total = Beds in all
page-label-used = In use
page-send-beds = Save
page-call = Call: { $person }
page-facts = Patient details
page-checklist = Checklist, 4 of 4
page-version = version { $version }
page-evidence = Look at: { $evidence }
page-accept = I accept the transfer
page-decline = I can’t accept
page-decline-why = Why not?
page-reasons-here = Not possible in this hospital: another will be asked
page-reasons-patient = The patient should not be transferred now
page-decline-send = Send the no
page-take-over = We take over the patient

## Crew
page-step-notified = Notice acknowledged
page-step-en_route = Leaving for the patient
page-step-at_patient = With the patient
page-step-departed = Leaving with the patient
page-step-arrived = Arrived at the receiving hospital
page-step-handed_over = Handed over
page-pick-up = Pick-up
page-navigate = Open in map
page-unit-status = Status of the unit
page-mission-none = No mission now · checked at { $time }
page-in-service = In service
page-out-of-service = Out of service
page-position-sent = Position sent at
page-position-failed = Position not sent: trying again.
page-position-off = This device gives no position. All else works.
page-position-script = Without JavaScript no position is sent. All else works.
