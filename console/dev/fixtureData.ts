/** Made-up transfers over the real network files, for looking at screens. Never in the bundle. */
import { readFileSync } from "node:fs";
import type {
  BedsView,
  Candidate,
  Clinical,
  EventView,
  Needs,
  Stage,
  TransferView,
  Unit,
  UnitOption,
} from "../src/gen/wire";
import { LEVELS } from "../src/transfer/proof.ts";

type Row = Record<string, string>;

function csv(name: string): Row[] {
  const text = readFileSync(new URL(`../../data/${name}.csv`, import.meta.url), "utf8");
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const cells = (line: string): string[] =>
    [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((cell) => cell[2] ?? cell[1] ?? "");
  const names = cells(head);
  return lines.map((line) => {
    const values = cells(line);
    return Object.fromEntries(names.map((each, i) => [each, values[i] ?? ""]));
  });
}

const level = (word = "none") => (word === "none" || word === "" ? null : word);

export const hospitals = csv("hospitals").map((row) => ({
  code: row.code ?? "",
  name: row.name ?? "",
  short: row.short ?? "",
  municipality: row.municipality ?? "",
  lat: Number(row.lat),
  lon: Number(row.lon),
  adult_level: level(row.adult_level),
  paediatric_level: level(row.paediatric_level),
  level_is_provisional: row.level_provisional === "yes",
  icu_beds: Number(row.icu_beds),
  picu_beds: Number(row.picu_beds),
  has_heliport: row.heliport === "yes",
  adult_ref_sep2a: row.adult_ref_sep2a || null,
  adult_ref_sep2b: row.adult_ref_sep2b || null,
}));

export const bases = csv("bases").map((row) => ({
  id: row.id ?? "",
  municipality: row.municipality ?? "",
  lat: Number(row.lat),
  lon: Number(row.lon),
}));

export const iso = (minutes: number): string =>
  new Date(Date.now() + minutes * 60_000).toISOString();

const ACTIVITIES = ["station", "station", "other_mission", "station", "clearing"] as const;

export const units: Unit[] = csv("units").map((row, i) => {
  const isOff = i % 17 === 9;
  const activity = isOff ? "off_duty" : (ACTIVITIES[i % ACTIVITIES.length] ?? "station");
  return {
    unit_id: row.id ?? "",
    unit_type: row.type as Unit["unit_type"],
    mode: row.mode as Unit["mode"],
    base_id: row.base ?? "",
    shift_starts: `${row.shift_starts}:00`,
    shift_ends: `${row.shift_ends}:00`,
    assignability:
      i % 23 === 5 ? "unknown" : activity === "station" ? "available" : "not_available",
    activity,
    transfer_id: null,
    busy_until_at: activity === "other_mission" ? iso(10 + (i % 7) * 6) : null,
    place: null,
    version: 1,
  };
});

export const beds: BedsView[] = hospitals
  .filter((hospital) => hospital.icu_beds > 0)
  .map((hospital, i) => {
    const isKnown = i % 9 !== 4;
    const used = Math.max(0, hospital.icu_beds - (i % 4));
    return {
      hospital: hospital.code,
      kind: "icu",
      version: 1,
      total: hospital.icu_beds,
      used,
      held: i % 6 === 2 ? 1 : 0,
      free: isKnown ? Math.max(0, hospital.icu_beds - used - (i % 6 === 2 ? 1 : 0)) : null,
      closure:
        i === 7
          ? { reason: "outbreak", closed_by: "Dra. Puig", closed_at: iso(-30), ends_at: iso(120), overridden: 1 }
          : null,
      reported_at: isKnown ? iso(-((i * 7) % 48)) : null,
      reported_by: isKnown ? "Dra. Puig" : null,
      source: isKnown ? "hospital" : null,
      expires_at: isKnown ? iso(30 - ((i * 7) % 48)) : null,
      overbooked: 0,
      overridden: i === 7 ? 1 : 0,
    };
  });

export const needs: Needs = {
  icu: true,
  complex_source_control: false,
  ecmo: false,
  vasoactives: true,
  ventilation: false,
  isolation: false,
  weight_kg: 72,
  renal_replacement: false,
  neurosurgery: false,
  thoracic_surgery: false,
  burns: false,
  hyperbaric: false,
  obstetrics: false,
};

const clinical: Clinical = {
  focus: "abdominal",
  lactate_mmol_l: 4.5,
  map_mmhg: 58,
  heart_rate_bpm: 118,
  respiratory_rate_rpm: 27,
  spo2_pct: 93,
  gcs: 14,
  antibiotic_at: iso(-52),
  fluids_ml: 2100,
  noradrenaline_mcg_kg_min: 0.2,
};

const candidate = (hospital: string, rank: number, minutes: number): Candidate => ({
  hospital,
  rank,
  road_min: minutes,
  beds_free: rank === 2 ? null : 3 - rank,
  is_reference: rank === 1,
  reasons: [
    {
      code: rank === 1 ? "reference_centre" : "level_suffices",
      facts: { level: "SEP-2a", needed: "SEP-2a" },
    },
    { code: "free_beds", facts: { beds: 2 } },
    { code: "minutes_by_road", facts: { minutes } },
  ],
  warnings: [
    { code: "level_provisional", facts: {} },
    ...(rank === 2 ? [{ code: "beds_unknown", facts: {} }] : []),
  ],
});

const left = (hospital: string, code: string): Candidate => ({
  ...candidate(hospital, 9, 50),
  rank: null,
  reasons: [{ code, facts: { level: "SEP-1", needed: "SEP-2a", minutes: 88 } }],
  warnings: [],
});

const WHYS = ["arrives_later", "would_delay", "costs_coverage", "type_not_allowed", "off_shift"];

function options(first: string): UnitOption[] {
  const others = units.filter((unit) => unit.unit_id !== first).slice(6, 17);
  return [
    {
      unit_id: first,
      is_proposed: true,
      bedside_min: 19,
      arrival_min: 88,
      reasons: [{ code: "best_plan", facts: {} }],
    },
    ...others.map((unit, i) => ({
      unit_id: unit.unit_id,
      is_proposed: false,
      bedside_min: i > 8 ? null : 22 + i * 4,
      arrival_min: i > 8 ? null : 90 + i * 5,
      reasons: [
        {
          code: WHYS[i % WHYS.length] ?? "as_good",
          facts: { level: "max_p0_response", by: 4, transfer: "t3", minutes: 3 + i },
        },
      ],
    })),
  ];
}

const ORDER: Stage[] = [
  "requested",
  "asked",
  "accepted",
  "assigned",
  "notified",
  "en_route",
  "at_patient",
  "departed",
  "arrived",
];
const FROM = ["calella", "olot", "mora-ebre", "berga", "vendrell", "puigcerda", "mollet", "blanes"];
const TO = ["germans-trias", "trueta", "joan-xxiii", "althaia", "bellvitge", "parc-tauli", "mataro"];
const codes = new Set(hospitals.map((hospital) => hospital.code));
const known = (list: string[]) => [
  ...list.filter((code) => codes.has(code)),
  ...hospitals.slice(20, 28).map((hospital) => hospital.code),
];

const VECTOR = [0, 41, 120, 0, 1, 12, 233];

/** Proven best, then all but the cost, then only the quick answer. */
function proof(i: number) {
  const kind = i % 3;
  const bounds = VECTOR.map((value, level) => (kind === 2 && level === 6 ? 229 : value));
  return {
    method: (["exact", "greedy", "restricted"] as const)[kind] ?? "exact",
    proved: kind === 1 ? [] : LEVELS.slice(0, kind === 0 ? 7 : 6),
    vector: VECTOR,
    bounds,
    gap: bounds.map((bound, level) => (VECTOR[level] ?? 0) - bound),
    quick_because: kind === 1 ? "no_time" : null, diverts: null,
  };
}

/** One transfer as far along as its stage says. */
export function transfer(i: number, stage: Stage, isP0: boolean): TransferView {
  const reached = (wanted: Stage): boolean => ORDER.indexOf(stage) >= ORDER.indexOf(wanted);
  const begun = -(i * 11 + 7 + ORDER.indexOf(stage) * 12);
  const since = (wanted: Stage, minutes: number) => (reached(wanted) ? iso(begun + minutes) : null);
  const from = known(FROM)[i % 12] ?? "calella";
  const to = known(TO)[i % 11] ?? "germans-trias";
  const unit = reached("assigned") ? (units[i * 3]?.unit_id ?? null) : null;
  const agreed = since("accepted", 9);
  return {
    transfer_id: `t${i}`,
    number: `CSI-${2660 + i}`,
    version: 10 + i,
    stage,
    care: i === 6 ? "paediatric" : "adult",
    condition: isP0 ? "septic_shock" : "sepsis",
    priority: isP0 ? "P0" : "3h",
    rule: isP0 ? "septic_shock" : "sepsis",
    upgraded: i === 2,
    responsible: "referring",
    missing_parts: [],
    responsible_unit: null,
    responsible_hospital: from,
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
    door: null,
    heading_to: null,
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
    bed_held_at: agreed,
    hold_expires_at: agreed === null ? null : iso(begun + 369),
    referring: from,
    referring_doctor: ["Dra. Puig", "Dr. Serra", "Dra. Camps"][i % 3] ?? "",
    contact_phone: "+34 937 690 201",
    bedside: `Box ${(i % 9) + 1}`,
    needs,
    clinical: i % 2 === 0 ? clinical : null,
    clinical_said_at: i % 2 === 0 ? { lactate_mmol_l: iso(begun), map_mmhg: iso(begun + 5) } : {},
    milestones: {
      requested_at: iso(begun),
      asked_at: since("asked", 2),
      agreed_at: agreed,
      assigned_at: since("assigned", 11),
      notified_at: since("notified", 12),
      en_route_at: since("en_route", 15),
      at_patient_at: since("at_patient", 41),
      sender_released_at: null,
      crew_took_over_at: null,
      receiver_confirmed_at: null,
      resolved_at: null,
      departed_at: since("departed", 80),
      arrived_at: since("arrived", 121),
      handed_over_at: null,
      cancelled_at: null,
  died_at: null,
  taken_back_at: null,
  lost_at: null,
    },
    window_ends_at: agreed === null || isP0 ? null : iso(begun + 9 + 180),
    expected_bedside_at: unit === null ? null : iso(begun + 41 + (i % 5) * 40),
    expected_arrival_at: unit === null ? null : iso(begun + 130),
    own_hospital_suffices: false,
    candidates: [candidate(to, 1, 38), candidate("vall-hebron", 2, 52), candidate("clinic", 3, 55)],
    not_proposed: hospitals
      .slice(30, 48)
      .map((one, k) => left(one.code, k % 3 ? "level_too_low" : "farther_than_candidates")),
    asked: stage === "asked" ? to : null,
    checklist_version: reached("asked") ? "2026-1" : null,
    declined:
      i === 3
        ? [{ hospital: "clinic", reason: "no_bed", failing: [], declined_at: iso(-4), took_back: false }]
        : [],
    agreement:
      agreed === null
        ? null
        : {
            hospital: to,
            intensivist_id: "p",
            intensivist: "Dr. Roca",
            checklist_version: "2026-1",
            answers: {
              infection: "yes",
              organ_dysfunction: "yes",
              no_treatment_limits: "yes",
              adequate_resuscitation: "yes",
            },
            agreed_at: agreed,
            recorded_by_id: null,
            recorded_by: null,
            confirmed_at: null, disputed_at: null, disputed_because: null, withdrawn_at: null,
          },
    proposal:
      stage === "accepted"
        ? {
            unit_id: units[21]?.unit_id ?? "",
            after: null,
            options: options(units[21]?.unit_id ?? ""),
            ...proof(i),
            solve_s: 0.42,
            computed_at: iso(-0.3),
            why_unserved: [],
            travel_source: "matrix",
          }
        : null,
    unit_id: unit,
    offers: [],
    escalated: [],
    asked_doctors: [],
    escalates_at: null,
    decisions: [],
    needs_doctor: false,
    settled: [],
    withdrawn: [],
  };
}

export function timeline(view: TransferView): EventView[] {
  const line = (seq: number, name: string, at: string | null, facts: EventView["facts"]) =>
    at === null
      ? []
      : [
          {
            seq,
            name: `transfer.${name}`,
            transfer_id: view.transfer_id,
            actor: seq === 1 ? view.referring_doctor : seq === 4 ? "Dr. Roca" : "Marta Soler",
            actor_role: seq === 1 ? "referring_doctor" : seq === 4 ? "intensivist" : "dispatcher",
            occurred_at: at,
            recorded_at: at,
            is_late_entry: false,
            facts,
          },
        ];
  const { milestones: times } = view;
  const { number, referring, condition, priority } = view;
  return [
    ...line(1, "requested", times.requested_at, { number, referring, condition, priority }),
    ...line(2, "hospitals-proposed", times.requested_at, {}),
    ...line(3, "hospital-asked", times.asked_at, {
      hospital: view.agreement?.hospital ?? view.asked,
      override_reason: null,
    }),
    ...line(4, "accepted", times.agreed_at, { hospital: view.agreement?.hospital ?? null }),
    ...line(5, "unit-assigned", times.assigned_at, {
      unit_id: view.unit_id,
      override_reason: "Acordat per telèfon",
    }),
    ...line(6, "progressed", times.en_route_at, { step: "en_route" }),
    ...line(7, "progressed", times.at_patient_at, { step: "at_patient" }),
  ];
}
