// Written by dev/types.mjs from wire.schema.json; not to be edited.

/**
 * What the unit is doing (EIDO secondary unit status).
 */
export type Activity = ("acknowledged" | "clearing" | "dispatched" | "en_route" | "hospital" | "off_duty" | "other_mission" | "out_of_service" | "patient_contact" | "station" | "transporting")
/**
 * What a person is signed in as. The value is what the wire and the database carry.
 */
export type Role = ("admin" | "analyst" | "coordinating_doctor" | "crew" | "dispatcher" | "headquarters" | "intensivist" | "referring_doctor")
/**
 * An answer given by a person. There is no default.
 */
export type Answer = ("no" | "yes")
/**
 * Whether the unit may be given a mission (EIDO primary unit status).
 */
export type Assignability = ("available" | "not_available" | "unknown")
/**
 * Which intensive care unit the bed stands in.
 */
export type BedKind = ("icu" | "picu")
/**
 * Whom a level is for: the adult and the paediatric networks differ.
 */
export type Care = ("adult" | "paediatric")
export type ClientFrame = (Hello | Ping)
/**
 * What the referring doctor states. For children, shock is Phoenix shock.
 */
export type Condition = ("multi_organ_failure" | "sepsis" | "septic_shock")
export type DeclineReason = ("no_bed" | "no_infection" | "no_organ_dysfunction" | "no_staff_or_technique" | "other_hospital_fits_better" | "resuscitation_first" | "treatment_limits")
export type EventName = ("capacity.bed-held" | "capacity.bed-occupied" | "capacity.bed-released" | "capacity.reported" | "transfer.accepted" | "transfer.agreement-confirmed" | "transfer.cancelled" | "transfer.condition-changed" | "transfer.countered" | "transfer.escalated" | "transfer.handed-over" | "transfer.hospital-asked" | "transfer.hospitals-proposed" | "transfer.priority-changed" | "transfer.progressed" | "transfer.rejected" | "transfer.requested" | "transfer.unit-assigned" | "transfer.unit-proposed" | "transfer.unit-released" | "unit.status-changed")
export type Level = ("unserved_p0" | "max_p0_response" | "sum_p0_response" | "unserved_3h" | "broken_windows" | "total_lateness" | "cost")
/**
 * How a unit travels.
 */
export type Mode = ("air" | "road")
/**
 * What somebody on duty is asked as.
 */
export type Post = ("first" | "head" | "second")
/**
 * Where a transfer stands. The value is what the wire and the database carry.
 */
export type Stage = ("accepted" | "arrived" | "asked" | "assigned" | "at_patient" | "cancelled" | "departed" | "en_route" | "handed_over" | "notified" | "requested")
/**
 * The value is what the wire carries; FHIR says ``stat`` and ``urgent``.
 */
export type Priority = ("3h" | "P0")
/**
 * What a unit can do, in the words of the emergency medical system.
 */
export type UnitType = ("HELI" | "PED" | "SVA" | "SVB" | "SVI")
export type ServerFrame = (Snapshot | News | Positions | Heartbeat | Pong | Closing)

export interface Wire {
Activity: Activity
Actor: Actor
Agreement: Agreement
Answer: Answer
Assignability: Assignability
BedKind: BedKind
BedsView: BedsView
Candidate: Candidate
Care: Care
Checklist: Checklist
ClientFrame: ClientFrame
Clinical: Clinical
Closing: Closing
Colleague: Colleague
Condition: Condition
CounterOffer: CounterOffer
DeclineReason: DeclineReason
Declined: Declined
Escalated: Escalated
EventName: EventName
EventView: EventView
Heartbeat: Heartbeat
Hello: Hello
Level: Level
Milestones: Milestones
Mode: Mode
Needs: Needs
NewShift: NewShift
News: News
Offer: Offer
PhoneCall: PhoneCall
Ping: Ping
Pong: Pong
Position: Position
Positions: Positions
Post: Post
Priority: Priority
Question: Question
Request: Request
Role: Role
Roster: Roster
ServerFrame: ServerFrame
Shift: Shift
Snapshot: Snapshot
Stage: Stage
TransferView: TransferView
Unit: Unit
UnitOption: UnitOption
UnitProposal: UnitProposal
UnitType: UnitType
Why: Why
}
/**
 * A signed-in person (or the program) in a role.
 * 
 *     ``hospital`` is set for doctors of a hospital, ``unit_id`` for a crew; None for all others.
 */
export interface Actor {
person_id: string
name: string
role: Role
hospital: (string | null)
unit_id: (string | null)
}
/**
 * 4 of 4 by the intensivist of the receiving hospital. The clock of every window.
 * 
 *     ``recorded_by`` wrote it down from the telephone, None when the intensivist answered; then
 *     it is unconfirmed until ``confirmed_at``.
 */
export interface Agreement {
hospital: string
intensivist_id: string
intensivist: string
checklist_version: string
answers: {
[k: string]: Answer
}
agreed_at: string
recorded_by_id: (string | null)
recorded_by: (string | null)
confirmed_at: (string | null)
}
/**
 * Beds of one kind in one hospital; ``free`` None means unknown.
 */
export interface BedsView {
hospital: string
kind: BedKind
version: number
total: number
used: number
held: number
free: (number | null)
is_closed: boolean
reported_at: (string | null)
}
/**
 * A receiving hospital proposed, or not, and why.
 */
export interface Candidate {
hospital: string
rank: (number | null)
road_min: (number | null)
beds_free: (number | null)
is_reference: boolean
reasons: Why[]
warnings: Why[]
}
/**
 * A reason: a stable code, translated as ``why-<code>``, and the facts of its sentence.
 */
export interface Why {
code: string
facts: {
[k: string]: string | number | boolean | null
}
}
/**
 * One version. Published versions are never edited: answers point at them for ever.
 */
export interface Checklist {
version: string
is_provisional: boolean
source: string
questions: Question[]
}
/**
 * One question, to be answered yes or no. ``wording`` and ``evidence`` by language.
 * 
 *     ``supporting`` names the values of the clinical picture shown under it; without any, what
 *     the referring doctor stated is all there is.
 */
export interface Question {
question_id: string
wording: {
[k: string]: string
}
evidence: {
[k: string]: string
}
supporting: string[]
}
/**
 * First frame of a client: the number of the last event it has, None for none.
 */
export interface Hello {
type: "hello"
last_seen: (number | null)
}
/**
 * ``sent_ms`` is the client's own clock and comes back as it is.
 */
export interface Ping {
type: "ping"
sent_ms: number
}
/**
 * What the two doctors share (Yébenes 2020, stage 3). Unknown values are None.
 */
export interface Clinical {
focus: ("abdominal" | "central_nervous_system" | "endovascular" | "respiratory" | "soft_tissue" | "unknown" | "urinary")
lactate_mmol_l: (number | null)
map_mmhg: (number | null)
heart_rate_bpm: (number | null)
respiratory_rate_rpm: (number | null)
spo2_pct: (number | null)
gcs: (number | null)
antibiotic_at: (string | null)
fluids_ml: (number | null)
noradrenaline_mcg_kg_min: (number | null)
}
/**
 * The last frame before the server closes; ``code`` is that of a refusal.
 */
export interface Closing {
type: "closing"
code: string
}
/**
 * An intensivist who may be put on the roster.
 */
export interface Colleague {
person_id: string
name: string
hospital: string
}
/**
 * ``suggested`` belongs to ``other_hospital``, ``available_at`` to ``later``.
 */
export interface CounterOffer {
kind: ("after_resuscitation" | "later" | "other_hospital")
suggested: (string | null)
available_at: (string | null)
}
/**
 * A hospital that said no.
 */
export interface Declined {
hospital: string
reason: string
failing: string[]
declined_at: string
}
/**
 * A rung that was reached, and whom it asked: nobody when the roster names none.
 */
export interface Escalated {
rung: ("coordinating" | "head" | "repeat" | "second")
doctors: string[]
escalated_at: string
}
/**
 * A line of the timeline. ``facts`` holds only what a sentence about it needs.
 */
export interface EventView {
seq: number
name: string
transfer_id: (string | null)
actor: string
actor_role: string
occurred_at: string
recorded_at: string
facts: {
[k: string]: string | number | boolean | string[] | null
}
}
/**
 * Nothing new: still here, at event ``seq``. Every two seconds.
 */
export interface Heartbeat {
type: "heartbeat"
server_at: string
seq: number
}
/**
 * When each step happened (NEMSIS eTimes in brackets), as the people on the spot say.
 */
export interface Milestones {
requested_at: string
asked_at: (string | null)
agreed_at: (string | null)
assigned_at: (string | null)
notified_at: (string | null)
en_route_at: (string | null)
at_patient_at: (string | null)
departed_at: (string | null)
arrived_at: (string | null)
handed_over_at: (string | null)
cancelled_at: (string | null)
}
/**
 * What the patient needs, of the receiving hospital and of the unit.
 */
export interface Needs {
icu: boolean
complex_source_control: boolean
ecmo: boolean
vasoactives: boolean
ventilation: boolean
isolation: boolean
weight_kg: (number | null)
}
/**
 * Somebody of that hospital on duty; instants with their zone.
 */
export interface NewShift {
hospital: string
person_id: string
post: Post
starts_at: string
ends_at: string
}
/**
 * What changed after event ``after`` up to ``seq``: the rows as they are now.
 * 
 *     ``gone`` and ``gone_units`` leave the screen: closed, or no longer for these eyes. A frame
 *     whose ``after`` isn't the number last seen means news was missed: ask again with ``Hello``.
 */
export interface News {
type: "news"
after: number
seq: number
server_at: string
events: EventView[]
transfers: TransferView[]
units: Unit[]
beds: BedsView[]
gone: string[]
gone_units: string[]
}
/**
 * A transfer for one actor. ``clinical`` is None when it is not for these eyes.
 * 
 *     ``window_ends_at`` is None before the agreement and for priority 0, which has no minutes.
 *     ``escalates_at`` is when the next rung is due, None when nobody is being asked.
 */
export interface TransferView {
transfer_id: string
number: string
version: number
stage: Stage
care: Care
condition: Condition
priority: Priority
rule: string
upgraded: boolean
referring: string
referring_doctor: string
contact_phone: string
bedside: string
needs: Needs
clinical: (Clinical | null)
milestones: Milestones
window_ends_at: (string | null)
expected_bedside_at: (string | null)
expected_arrival_at: (string | null)
own_hospital_suffices: boolean
candidates: Candidate[]
not_proposed: Candidate[]
asked: (string | null)
checklist_version: (string | null)
declined: Declined[]
agreement: (Agreement | null)
proposal: (UnitProposal | null)
unit_id: (string | null)
offers: Offer[]
escalated: Escalated[]
asked_doctors: string[]
escalates_at: (string | null)
}
/**
 * What the optimiser proposes, and why not the others; a person confirms.
 * 
 *     ``method`` is ``exact``, ``restricted`` or ``greedy``; ``proved`` names the levels of the
 *     objective proven optimal; ``vector`` is the whole plan's, in the order of decision 15,
 *     ``bounds`` what no plan can beat at each level, and ``gap`` the difference.
 *     ``quick_because`` says why it is ``greedy``: ``no_time`` or ``starting``.
 *     ``unit_id`` is None when nobody can go, and ``why_unserved`` then says so. ``after`` is the
 *     transfer the unit serves first: then it is not to be confirmed yet. ``travel_source`` is
 *     where the minutes come from: ``osrm``, ``valhalla``, ``matrix`` or ``straight_line``, the
 *     lowest among the drives compared.
 */
export interface UnitProposal {
unit_id: (string | null)
after: (string | null)
options: UnitOption[]
method: string
proved: string[]
vector: number[]
solve_s: number
computed_at: string
why_unserved: Why[]
bounds: number[]
gap: number[]
travel_source: string
quick_because: (string | null)
}
/**
 * A unit considered for the transfer. ``reasons`` say why it is, or is not, proposed.
 */
export interface UnitOption {
unit_id: string
is_proposed: boolean
bedside_min: (number | null)
arrival_min: (number | null)
reasons: Why[]
}
/**
 * A hospital that would take the patient, but not here and now.
 */
export interface Offer {
hospital: string
kind: ("after_resuscitation" | "later" | "other_hospital")
suggested: (string | null)
available_at: (string | null)
offered_at: string
}
/**
 * One unit. ``transfer_id`` is its mission here, None when it has none.
 * 
 *     ``shift_starts`` and ``shift_ends`` are local wall times; equal means around the clock.
 *     ``busy_until_at`` is when it is expected free, None when unknown or free now. ``place`` is
 *     the hospital or base it last stood at. ``version`` counts as in every row.
 */
export interface Unit {
unit_id: string
unit_type: UnitType
mode: Mode
base_id: string
shift_starts: string
shift_ends: string
assignability: Assignability
activity: Activity
transfer_id: (string | null)
busy_until_at: (string | null)
place: (string | null)
version: number
}
/**
 * Who spoke at the other end, what they answered, and whether it was read back to them.
 */
export interface PhoneCall {
doctor_id: string
answers: {
[k: string]: Answer
}
read_back: boolean
}
/**
 * Answer to a ping, for the clock of the screen.
 */
export interface Pong {
type: "pong"
sent_ms: number
server_at: string
}
/**
 * A fix in WGS 84 degrees; ``heading_deg`` clockwise from north, None when unknown.
 */
export interface Position {
unit_id: string
lat: number
lon: number
seen_at: string
heading_deg: (number | null)
}
/**
 * Where units were last seen: only those that moved. Unnumbered, latest wins.
 */
export interface Positions {
type: "positions"
positions: Position[]
}
/**
 * What the referring doctor asks.
 * 
 *     ``patient_reference`` is the hospital's own number or the CIP; it becomes a keyed pseudonym
 *     at the door and is then forgotten. ``has_treatment_limits`` excludes the code.
 */
export interface Request {
referring: string
care: Care
condition: Condition
patient_reference: string
contact_phone: string
bedside: string
has_treatment_limits: boolean
hypotensive_after_fluids: boolean
needs: Needs
clinical: Clinical
}
/**
 * The shifts by their start, and who may be on one; of the own hospital for its people.
 */
export interface Roster {
shifts: Shift[]
people: Colleague[]
}
/**
 * One person on duty for the ICU of one hospital, from ``starts_at`` until ``ends_at``.
 * 
 *     A shift that was ended early keeps its start; one withdrawn before its start is empty. So
 *     what was agreed under it keeps its proof.
 */
export interface Shift {
shift_id: string
hospital: string
person_id: string
name: string
post: Post
starts_at: string
ends_at: string
added_by: string
added_at: string
ended_by: (string | null)
}
/**
 * All that ``you`` may see, as of event ``seq``.
 */
export interface Snapshot {
type: "snapshot"
seq: number
server_at: string
you: Actor
transfers: TransferView[]
units: Unit[]
beds: BedsView[]
}
