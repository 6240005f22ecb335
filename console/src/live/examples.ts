/** Small rows for tests; nothing here is in the bundle. */
import type {
  Actor,
  Agreement,
  EventView,
  News,
  Numbers,
  PreAlertView,
  Rules,
  Snapshot,
  TransferView,
  Unit,
} from "../gen/wire";

export const NOW_MS = Date.parse("2026-10-01T10:00:00Z");
export const at = (minutes: number): string => new Date(NOW_MS + minutes * 60_000).toISOString();

const NEVER = {
  asked_at: null,
  agreed_at: null,
  assigned_at: null,
  notified_at: null,
  en_route_at: null,
  at_patient_at: null,
  sender_released_at: null,
  crew_took_over_at: null,
  receiver_confirmed_at: null,
  resolved_at: null,
  departed_at: null,
  arrived_at: null,
  handed_over_at: null,
  cancelled_at: null,
  died_at: null,
  taken_back_at: null,
  lost_at: null,
};

type Part = Partial<Omit<TransferView, "milestones">> & {
  readonly milestones?: Partial<TransferView["milestones"]>;
};

export function aTransfer(id: string, part: Part = {}): TransferView {
  return {
    transfer_id: id,
    number: `CSI-${id}`,
    version: 1,
    stage: "requested",
    care: "adult",
    condition: "sepsis",
    priority: "3h",
    rule: "sepsis",
    upgraded: false,
    responsible: "referring",
    missing_parts: [],
    responsible_unit: null,
    responsible_hospital: "calella",
    last_step: null,
    identified_by: "record",
    described: { sex: "female", age_years: 68, age_months: null },
    twins: [],
    twins_because: null,
    identity: null,
    is_unchecked: false,
    papers: null,
    diverted: null,
    arrived_in: null,
    heading_to: null,
    door: null,
    course: null,
    request_withdrawn: null,
    unreachable: null,
    receiver_closed: null,
    failure: null,
    part_back: null,
    receipt: null,
    without_agreement: null,
    missing: null,
    stranded: null,
    outcome: null,
    returns: null,
    return_id: null,
    asked_despite: [],
    asked_because: null,
    bed_held_at: null,
    hold_expires_at: null,
    referring: "calella",
    referring_doctor: "Dra. Puig",
    contact_phone: "937 000 000",
    bedside: "Box 1",
    needs: {
      icu: true,
      complex_source_control: false,
      ecmo: false,
      vasoactives: false,
      ventilation: false,
      isolation: false,
      weight_kg: null,
      renal_replacement: false,
      neurosurgery: false,
      thoracic_surgery: false,
      burns: false,
      hyperbaric: false,
      obstetrics: false,
    },
    clinical: null,
    window_ends_at: null,
    expected_bedside_at: null,
    expected_arrival_at: null,
    own_hospital_suffices: false,
    candidates: [],
    not_proposed: [],
    clinical_said_at: {},
    asked: null,
    checklist_version: null,
    declined: [],
    agreement: null,
    proposal: null,
    unit_id: null,
    offers: [],
    escalated: [],
    asked_doctors: [],
    escalates_at: null,
    decisions: [],
    needs_doctor: false,
    settled: [],
    withdrawn: [],
    ...part,
    milestones: { requested_at: at(-30), ...NEVER, ...part.milestones },
  };
}

export function anAgreement(hospital: string): Agreement {
  return {
    hospital,
    intensivist_id: "p2",
    intensivist: "Dr. Vidal",
    checklist_version: "1",
    answers: {},
    agreed_at: at(-20),
    recorded_by_id: null,
    recorded_by: null,
    confirmed_at: null,
    disputed_at: null,
    disputed_because: null,
    withdrawn_at: null,
  };
}

export function aUnit(id: string, part: Partial<Unit> = {}): Unit {
  return {
    unit_id: id,
    unit_type: "SVA",
    mode: "road",
    base_id: "base-1",
    shift_starts: "00:00:00",
    shift_ends: "00:00:00",
    assignability: "available",
    activity: "station",
    transfer_id: null,
    busy_until_at: null,
    place: null,
    version: 1,
    ...part,
  };
}

export function aPreAlert(id: string, part: Partial<PreAlertView> = {}): PreAlertView {
  return {
    pre_alert_id: id,
    number: `PRE-${id}`,
    version: 1,
    stage: "raised",
    age_group: "adult",
    detection: "suspicion",
    findings: null,
    vitals: null,
    place: { lat: 41.61, lon: 2.66, municipality: "Calella" },
    callback_phone: "600 123 123",
    needs_icu_reason: null,
    hospital: "calella",
    candidates: [],
    passed_by: [],
    twins: [],
    raised_by: "CAP Calella",
    unit_id: null,
    raised_at: at(-2),
    arrives_at: at(10),
    unseen_at: at(3),
    expires_at: at(130),
    acknowledged_by: null,
    acknowledged_at: null,
    closed_by: null,
    closed_at: null,
    reason: null,
    transfer_id: null,
    ...part,
  };
}

export function anEvent(seq: number, transfer_id: string, name: string): EventView {
  return {
    seq,
    name,
    transfer_id,
    actor: "Marta Soler",
    actor_role: "dispatcher",
    occurred_at: at(0),
    recorded_at: at(0),
    is_late_entry: false,
    facts: {},
  };
}

export function someNews(after: number, seq: number, part: Partial<News> = {}): News {
  return {
    type: "news",
    after,
    seq,
    server_at: at(0),
    read_at: at(0),
    events: [],
    transfers: [],
    units: [],
    beds: [],
    gone: [],
    gone_units: [],
    pre_alerts: [],
    gone_pre_alerts: [],
    ...part,
  };
}

export const ME: Actor = {
  person_id: "p1",
  name: "Marta Soler",
  role: "dispatcher",
  hospital: null,
  unit_id: null,
};

/** A few of the server's. */
export const RULES: Rules = {
  at_the_desk: ["coordinating_doctor", "dispatcher"],
  settled_by: {},
  against_the_code: [],
  against_a_unit: [],
  without_doctor: ["SVB", "SVI"],
  closed: ["cancelled", "died", "handed_over", "lost", "taken_back"],
  before_loading: ["requested", "asked", "accepted", "assigned", "notified", "en_route", "at_patient"],
  with_unit: ["assigned", "notified", "en_route"],
  agreed: ["accepted", "assigned", "notified", "en_route", "at_patient", "departed", "arrived"],
  loaded: ["departed", "arrived"],
  handing_over: ["at_patient", "departed", "arrived", "handed_over"],
  fails: ["at_patient", "departed"],
  beyond: ["capacity_after_candidates", "farther_than_candidates"],
};

export const NUMBERS: Numbers = {
  risk_margin_min: 20,
  proposal_old_min: 10,
  value_old_min: 60,
  unassigned_alarm_min: 15,
  no_answer_p0_min: 5,
  no_answer_3h_min: 15,
  clock_ahead_s: 120,
  position_stale_s: 60,
  position_unknown_s: 300,
  old_after_s: 5,
  paper_idle_min: 10,
  papers_still_min: 10,
  papers_end_min: 20,
};

export function aSnapshot(seq: number, transfers: TransferView[]): Snapshot {
  return {
    type: "snapshot",
    seq,
    server_at: at(0),
    read_at: at(0),
    you: ME,
    transfers,
    units: [],
    beds: [],
    pre_alerts: [],
    numbers: NUMBERS,
    rules: RULES,
  };
}
