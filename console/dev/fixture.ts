/** A stand-in for the server while looking at screens: `npx vite --mode fixture`. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Plugin } from "vite";
import type { Position, ServerFrame, Stage, TransferView } from "../src/gen/wire";
import { RULES } from "../src/live/examples.ts";
import { bases, beds, hospitals, iso, timeline, transfer, units } from "./fixtureData.ts";
import { onText, sendText, shakeHands } from "./websocket.ts";

const you = { person_id: "p1", name: "Marta Soler", role: "dispatcher", hospital: null, unit_id: null };
const STAGES: Stage[] = [
  "accepted", "requested", "accepted", "requested", "asked", "assigned", "asked", "notified",
  "en_route", "en_route", "at_patient", "departed", "departed", "arrived", "asked", "accepted",
  "departed", "at_patient", "en_route", "requested", "departed", "arrived",
];
const transfers = new Map<string, TransferView>(
  STAGES.map((stage, i) => [`t${i}`, transfer(i, stage, i % 4 === 0)]),
);
for (const view of transfers.values()) {
  const i = units.findIndex((unit) => unit.unit_id === view.unit_id);
  const unit = units[i];
  if (unit === undefined) continue;
  const activities = { assigned: "dispatched", notified: "acknowledged", en_route: "en_route" } as const;
  const activity = view.stage in activities ? activities[view.stage as "assigned"] : "transporting";
  units[i] = { ...unit, activity, assignability: "not_available", transfer_id: view.transfer_id };
}

let seq = 100;
const sockets = new Set<Duplex>();
const tell = (frame: ServerFrame): void =>
  sockets.forEach((socket) => sendText(socket, JSON.stringify(frame)));

const snapshot = (): ServerFrame =>
  ({
    type: "snapshot",
    seq,
    server_at: new Date().toISOString(),
    read_at: new Date().toISOString(),
    you,
    transfers: [...transfers.values()].map((view) => ({ ...view, not_proposed: [] })),
    units,
    beds,
    pre_alerts: [],
    numbers: {
      risk_margin_min: 20, proposal_old_min: 10, value_old_min: 60, unassigned_alarm_min: 15, no_answer_p0_min: 5, no_answer_3h_min: 15,
      clock_ahead_s: 120, position_stale_s: 60, position_unknown_s: 300, old_after_s: 5,
      paper_idle_min: 10, papers_still_min: 10, papers_end_min: 20,
    },
    rules: RULES,
  }) as ServerFrame;

function positions(): Position[] {
  const turn = Date.now() / 60_000;
  return units.map((unit, i) => {
    const base = bases.find((one) => one.id === unit.base_id) ?? bases[0];
    const view = transfers.get(unit.transfer_id ?? "");
    const near = hospitals.find((one) => one.code === view?.referring) ?? base;
    const far = view === undefined ? 0 : 0.12 + 0.03 * Math.sin(turn + i);
    return {
      unit_id: unit.unit_id,
      lat: (near?.lat ?? 41.5) + far * Math.cos(i + turn / 8) + (i % 5) * 0.004,
      lon: (near?.lon ?? 2) + far * Math.sin(i + turn / 8) + (i % 3) * 0.005,
      seen_at: i % 13 === 4 ? iso(-3) : new Date().toISOString(),
      heading_deg: (i * 47 + turn * 20) % 360,
    };
  });
}

function news(view: TransferView, name: string): void {
  transfers.set(view.transfer_id, view);
  const after = seq;
  seq += 1;
  const now = new Date().toISOString();
  const event = {
    seq, name, transfer_id: view.transfer_id, actor: "Dra. Puig", actor_role: "referring_doctor",
    occurred_at: now, recorded_at: now, is_late_entry: false, facts: {},
  };
  tell({
    type: "news", after, seq, server_at: now, read_at: now, events: [event], transfers: [view], units: [],
    beds: [], gone: [], gone_units: [], pre_alerts: [], gone_pre_alerts: [],
  });
}

const question = (question_id: string, ca: string) => ({ question_id, wording: { ca }, evidence: {} });
const checklist = {
  version: "2026-1", is_provisional: true, source: "",
  questions: [
    question("infection", "Hi ha un focus infecciós documentat o sospitat?"),
    question("organ_dysfunction", "Hi ha repercussió sistèmica o disfunció d’òrgan?"),
  ],
};

let isSignedIn = process.env.FIXTURE_SIGNED_OUT !== "1";
let isSilent = false;

function answerTo(path: string): unknown {
  const [, id = "", rest] = /^\/api\/transfers\/([^/]+)(\/events)?$/.exec(path) ?? [];
  const view = transfers.get(id);
  if (view !== undefined) return rest ? timeline(view) : view;
  const answers: Record<string, () => unknown> = {
    "/api/me": () => (isSignedIn ? { you, language: "ca", demo: true, version: "dev" } : null),
    "/api/network": () => ({ hospitals, bases }),
    "/api/checklist": () => checklist,
    "/api/positions": positions,
  };
  return answers[path]?.() ?? null;
}

function control(path: string): void {
  if (path === "/api/fixture/p0") news(transfer(40 + (seq % 9), "requested", true), "transfer.requested");
  if (path === "/api/fixture/silence") isSilent = !isSilent;
  if (path === "/api/sign-in") isSignedIn = true;
  if (path === "/api/sign-out") isSignedIn = false;
  const [, id = "", verb] = /^\/api\/transfers\/([^/]+)\/(\w+)$/.exec(path) ?? [];
  const view = transfers.get(id);
  if (view === undefined) return;
  if (verb === "unit") {
    const unit_id = view.proposal?.unit_id ?? "SVA-01";
    const at = { ...view.milestones, assigned_at: new Date().toISOString() };
    news({ ...view, stage: "assigned", unit_id, milestones: at, version: view.version + 1 }, "transfer.unit-assigned");
  }
}

function serve(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const path = request.url?.split("?")[0] ?? "";
  if (!path.startsWith("/api/")) return next();
  if (request.method === "POST") control(path);
  const answer = request.method === "POST" ? you : answerTo(path);
  const isMissing = answer === null;
  response.statusCode = isMissing ? (path === "/api/me" ? 401 : 404) : 200;
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(isMissing ? { code: "unknown_transfer" } : answer));
}

function connect(socket: Duplex): void {
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket)).on("error", () => sockets.delete(socket));
  onText(socket, (text) => {
    if (isSilent) return;
    const frame = JSON.parse(text) as { type: string; sent_ms: number };
    const server_at = new Date().toISOString();
    const pong: ServerFrame = { type: "pong", sent_ms: frame.sent_ms, server_at };
    sendText(socket, JSON.stringify(frame.type === "hello" ? snapshot() : pong));
  });
}

export function fixture(): Plugin {
  return {
    name: "csi-fixture",
    configureServer(server) {
      server.middlewares.use(serve);
      server.httpServer?.on("upgrade", (request: IncomingMessage, socket: Duplex) => {
        if (request.url !== "/live") return;
        shakeHands(request, socket);
        connect(socket);
      });
      setInterval(() => {
        if (!isSilent) tell({ type: "positions", positions: positions() });
      }, 1000).unref();
      setInterval(() => {
        const now = new Date().toISOString();
        if (!isSilent) tell({ type: "heartbeat", server_at: now, read_at: now, seq, can_write: true, defects: [] });
      }, 2000).unref();
    },
  };
}
