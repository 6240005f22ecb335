### Console of the coordination room.

board = Room
skip-to-queue = Go to the queue of transfers
language-switch = Language
server-time = Server time
close = Close
loading = Loading…
try-again = Try again
load-failed = It could not be loaded.
reason = Reason
reason-hint = Write or choose a reason
sending = Sending…
done-at = done at { $time }

## Sign-in
sign-in = Sign in
signing-in = Signing in…
sign-out = Sign out
sign-in-wrong = The username or the password is not right.
session-over = The session has ended: it was closed in another window, it has expired, or the password or the account has changed. Sign in again: the board goes on, and what you were writing is not lost.
username = Username
password = Password

## Header and link
units = Units
unit-state-free = free
unit-state-en-route = en route
unit-state-busy = busy
unit-state-off = out of service
unit-state-unknown = not known
unit-states-free = free
unit-states-en-route = en route
unit-states-busy = busy
unit-states-off = out of service
unit-states-unknown = without news
icu = ICU
icu-free = free
icu-unknown = { $count ->
    [0] Adult ICU beds, free and total
    [one] Adult ICU beds, free and total; { $count } hospital has not reported
   *[other] Adult ICU beds, free and total; { $count } hospitals have not reported
}
admin-elsewhere = This account administers accounts: it sees no transfer, and this screen is not for it.
admin-go = Go to the accounts
link-live = Live
link-connecting = Connecting…
link-stale = No new data
stale-title = DATA NOT UP TO DATE
stale-age = { $seconds ->
    [one] last data { $seconds } second ago
   *[other] last data { $seconds } seconds ago
}
stale-advice = if urgent, assign by telephone
unstored-title = NOTHING CAN BE STORED
unstored-advice = work with the printed sheet and the telephone
unproposed-title = PROPOSALS ARE NOT BEING COMPUTED
unproposed-advice = assign by hand
unwatched-title = THE PROGRAM DOES NOT WATCH EVERYTHING
unwatched-advice = watch it yourself and tell the technicians
undone-since = since { $time }
undone-others = nor watched: { $parts }
unwatched-escalation = requests without an answer
unwatched-bundle = late steps
unwatched-holds = held beds
unwatched-grounds = open decisions
unwatched-pre-alerts = pre-alerts nobody has seen
blocked-stale = Data not up to date: no order can be sent until new data come in.
blocked-role = Read only: dispatchers and coordinating doctors give the orders.

## Alerts
alert-new-p0 = New priority 0
alert-raised = Raised to priority 0
alert-rejected = The hospital does not accept
alert-released = Left without a unit
alert-died = The patient has died
alert-lost = No news of the patient on the way
alert-cancelled = Cancelled by the sender, with a unit
alert-gone = Closed while there was no connection
alert-open = Open
alert-acknowledge = Received
alerts-more = { $count ->
    [one] and { $count } more alert: show it
   *[other] and { $count } more alerts: show them
}
alerts-fewer = the first three only

## Queue
queue = Queue of transfers
filters = Filters
filter-todo = To do
filter-asked = Asked
filter-accepted = Accepted
filter-assigned = Assigned
filter-outbound = To the patient
filter-transit = In transit
filter-all = All
search-short = Search
search = Search number, hospital, unit
search-found = { $count ->
    [one] 1 found: ↵ opens it
   *[other] { $count } found
}
clear-filter = Clear the filter
queue-empty = No open transfers · checked at { $time }
queue-filtered-empty = No results with this filter.
rows-arrived = { $count ->
    [one] { $count } new at the end
   *[other] { $count } new at the end
}
changes-pending = { $count ->
    [one] { $count } change pending: update the order
   *[other] { $count } changes pending: update the order
}
column-priority = Prior.
column-number = Number
column-clock = Clock
column-route = Route
column-stage = Stage
column-unit = Unit
column-margin = Margin
column-age = Age
column-who = Who
column-state = State
column-place = Place
column-position = Position
column-hospital = Hospital
column-level = Level
column-free = Free
column-reported = News age
needs-action = to do
row-gone = no longer in the queue
row-new = new: not yet in order
nobody-yet = no hospital yet
route-to = to
route-onward = goes on to { $hospital }
route-agreed = agreed: { $hospital }
route-asked = asked: { $hospital }
no-answer-yet = no answer
declined-count = { $count ->
    [one] { $count } hospital said no
   *[other] { $count } hospitals said no
}
clock-up = time since the agreement or the request
clock-down = time to the end of the window
clock-stopped = time when the unit reached the patient
margin-meaning = End of the window minus expected arrival at the bedside
margin-guess = No unit yet: time left in the window
margin-no-unit = no unit
standing-ok = fine
standing-risk = tight
standing-late = late
standing-none = no deadline
standing-asked = decide

## Map, units and beds
side-panel = Map and lists
side-map = Map
side-units = Units
side-beds = Beds
side-failed = This panel could not be loaded. The rest works.
map-label = Map of Catalonia: hospitals, transfers and units. Everything on it is also in the lists.
map-fit = All
map-fit-words = Show the whole territory
map-fit-selection = Transfer
map-fit-selection-words = Show the open transfer
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-legend = Legend
filter-units = Filter: SVA free Mataró
no-units = No unit with this filter.
no-beds = No hospital has reported beds.
beds = Beds
beds-held = { $count } held
beds-closed = closed
beds-by-phone = Told by telephone. Replaces the last report.
beds-total = Staffed beds
beds-used = Used
beds-meanwhile = Another report has come in the meantime: { $free } of { $total } free. Yours will replace it.
number-needed = A whole number is needed.
time-needed = Write the time like this: 14:30.
unit-set = Put it
set-station = In service, at base
set-other_mission = On another mission
set-out_of_service = Out of service
unit-until = Free at
unit-until-hint = Empty if not known
unit-serves = It is on a transfer now, which sets its status.
now = Now
until = until { $time }
fix-unknown = unknown ({ $age } ago)
provisional-word = provisional

## Detail
detail = Transfer
detail-closed = This transfer has left the board: it was closed or is no longer yours to see.
bedside = bed { $place }
was-raised = priority raised
patient = Patient
needs = Needs
needs-none = no special support
clinical-hidden = Clinical data are seen only by the doctors involved and the crew.
condition = Condition
condition-hidden = The condition of the patient is changed by the doctors or the crew.
conflict-title = Not done: things have changed
conflict-keep = Leave it as it is
conflict-again = Try again
conflict-unit = Assign another unit
conflict-hospital = Ask another hospital
changed-by = { $who }, { $age } ago
armed-changed = Nothing was done: what you were about to confirm has changed
armed-was = It said “{ $words }”.
armed-now = Now it says “{ $words }”.
armed-gone = It can’t be confirmed any more.
armed-read = Understood
armed-read-form = I have read it: go on
hospital-proposals = Receiving hospital
own-hospital-suffices = The referring hospital already has the level needed.
no-candidates = No hospital proposed. To be decided by telephone.
ask-hospital = Ask { $hospital }
ask-this = Ask this one
asked-now = Asked: waiting for the intensivist’s answer
other-hospitals = { $count ->
    [one] { $count } more hospital
   *[other] { $count } more hospitals
}
why-not-others = { $count ->
    [one] Why not the other one
   *[other] Why not the other { $count }
}
minutes-road = { $minutes } min by road
beds-free = { $beds ->
    [one] { $beds } bed free
   *[other] { $beds } beds free
}
beds-not-known = free beds: not known
has-declined = { $hospital } said no: { $reason }
override-declined = Those proposed before said no
override-closer = Closer than it looks
override-equipment = Has the equipment needed
override-phone = Agreed by telephone
override-crew = The crew asks for it
override-road = Road closed or bad weather
override-capacity = Capacity has changed
unit-proposals = Unit
unit-of-transfer = Unit of the transfer
no-proposal-yet = The optimiser has not proposed a unit yet.
nobody-can-go = No unit can go right now.
unit-diverted = This takes { $unit } off its transfer:
unit-after = Proposed after { $number }: it can’t be confirmed yet.
confirm-unit = Assign { $unit }
assign-this = Assign this one
other-units = { $count ->
    [one] { $count } more unit, and why not
   *[other] { $count } more units, and why not
}
not-proposed = not proposed
bedside-in = with the patient in { $minutes } min
arrival-in = receiving in { $minutes } min
bedside-short = patient { $time }
bedside-short-overdue = patient: past { $time }
bedside-at = with the patient { $time }
bedside-at-overdue = with the patient: was expected { $time }, not told
arrival-at = receiving { $time }
arrival-at-overdue = receiving: was expected { $time }, not told
margin-of = margin { $margin }
manual-unit = Another unit
choice-gone = What you chose is not there any more: choose again.
choose-unit = Choose or type…
proof-best = Proven: no other plan is better
proof-quick = Quick answer, not proven: { $because }
proof-because-no_time = the optimiser did not answer in time
proof-because-starting = the optimiser is still starting
proof-because-failed = the optimiser failed
proof-because-unknown = without the optimiser
proof-nobody = Not proven: { $far }
proof-p0 = Proven best for priority 0; { $far }
proof-patients = Proven best for the patients; { $far }
far-unserved_p0 = there may be a unit for { $gap } more P0
far-max_p0_response = the slowest P0 at most { $gap } min from the best
far-sum_p0_response = the P0 together at most { $gap } min from the best
far-unserved_3h = there may be a unit for { $gap } more
far-broken_windows = perhaps { $gap } more could be in time
far-total_lateness = total lateness at most { $gap } min from the best
far-cost = cost at most { $percent } % above the best
far-unknown = how far from the best is not known
proof-level = { $level }: { $value }, proven
proof-level-open = { $level }: { $value }, not proven; the best is not below { $bound }
proved-unserved_p0 = P0 without a unit
proved-max_p0_response = longest P0 response
proved-sum_p0_response = total P0 response
proved-unserved_3h = 3 h without a unit
proved-broken_windows = broken windows
proved-total_lateness = total lateness
proved-cost = cost
travel-source-osrm = minutes by OSRM
travel-source-valhalla = minutes by Valhalla
travel-source-matrix = minutes by the built-in roads
travel-source-straight_line = minutes partly by straight line
computed-in = computed in { $seconds } s
computed-ago = { $age } ago
proposal-old = old proposal
checklist = Checklist
checklist-open = Waiting for the four answers of { $hospital }.
checklist-agreed = Agreement 4 of 4: { $person }, { $hospital }, { $time }
checklist-version = Version { $version }
actions = Actions
record-progress = Record a step for the crew
record = Record
step = Step
occurred-at = Time (empty: now)
occurred-at-paper = Time of the step that the paper says
change-condition = Change the condition of the patient
raise-priority = Raise to priority 0
lower-priority = Lower to up to 3 h
only-doctors-lower = The priority is lowered by the coordinating doctor or the intensivist.
release-unit = Release the unit
cancel-transfer = Cancel the transfer
patient-on-board = The patient is on the way: the transfer can't be cancelled or lose its unit.
transfer-closed = This transfer is closed: it can no longer be cancelled, diverted, or given another priority.
reason-worse = The patient gets worse
reason-better = The patient gets better
reason-doctor = The doctor in charge asks for it
reason-breakdown = Breakdown or trouble of the unit
reason-more-urgent = The unit is needed for a more urgent transfer
reason-mistake = Done by mistake
reason-limits = Life-sustaining treatment is limited
reason-other-way = The patient goes another way
timeline = Timeline
recorded-at = recorded { $time }

## Keys
key-legend = Keys
keys-on = Single-letter keys on
key-next-todo = next to do
key-previous-todo = previous to do
key-down = next row
key-up = previous row
key-open = open
key-close = close the detail
key-accept = first proposal; Enter confirms
key-manual = another unit
key-search = search
key-apply-order = update the order of the queue
key-show-alerts = all alerts
key-acknowledge = alert received
key-show-map = map
key-show-units = units
key-show-beds = beds
key-filter = filters of the queue
