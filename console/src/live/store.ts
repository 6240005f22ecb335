/** One store for the whole screen: the board, the link, the clock, the alerts. */
import { useSyncExternalStore } from "react";
import type { Defect, Position, ServerFrame } from "../gen/wire";
import { onSessionOver } from "./api";
import { type Alert, alertsOf, stillOpen } from "./alerts";
import { applyFrame, type BoardState, EMPTY_BOARD, isGap, withPositions } from "./board";
import { forget, type Memory, recall, remember } from "./memory";
import { bestOffset, type Sample, sampleOf, withSample } from "./clock";
import { holdNumbers, numbers } from "./numbers";
import { holdRules } from "./rules";
import { type Ending, LiveSocket, SILENCE_MS } from "./socket";
import { ageMs, type Moment, thisMoment, truthOf } from "./truth";

export type Link = "connecting" | "live" | "stale";

export interface LiveState {
  readonly board: BoardState;
  readonly link: Link;
  readonly ending: Ending | null;
  readonly alerts: readonly Alert[];
  /** When the last frame came, whatever it was; null before the first. */
  readonly heard: Moment | null;
  /** When the board on screen was true, by its server's last look at the log. */
  readonly truth: Moment | null;
  /** The server's clock minus the browser's. */
  readonly offsetMs: number;
  /** Whether the server can store what is ordered; an order is what finds out first. */
  readonly canWrite: boolean;
  /** What the program does not do meanwhile, and since when: people do it. */
  readonly defects: readonly Defect[];
}

const START: LiveState = {
  board: EMPTY_BOARD,
  link: "connecting",
  ending: null,
  alerts: [],
  heard: null,
  truth: null,
  offsetMs: 0,
  canWrite: true,
  defects: [],
};

const roomsOf = (defects: readonly Defect[]): string => defects.map(({ room }) => room).join(" ");

/** Those known already, with the time they were first told with, as long as they are the same. */
const sameOr = (known: readonly Defect[], told: readonly Defect[]): readonly Defect[] =>
  roomsOf(known) === roomsOf(told) ? known : told;

export class LiveStore {
  private state: LiveState = START;
  private readonly readers = new Set<() => void>();
  private samples: readonly Sample[] = [];
  private suspected: number | null = null;
  private socket: LiveSocket | null = null;
  private watch = 0;
  /** What this tab knew before it was loaded again; null from the first snapshot on. */
  private recalled: Memory | null = null;

  readonly read = (): LiveState => this.state;

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  /** The server's time now, in milliseconds. */
  readonly now = (): number => Date.now() + this.state.offsetMs;

  connect(address: string): void {
    this.disconnect();
    this.recalled = recall();
    window.addEventListener("pagehide", this.keep);
    this.socket = new LiveSocket(address, {
      lastSeen: () => this.state.board.seq,
      frame: (frame, received) => this.take(frame, received),
      ended: (ending) => this.set({ ending }),
    });
    this.watch = window.setInterval(() => this.set({ link: this.judged(thisMoment()) }), 500);
    this.socket.start();
    void this.loadPositions();
  }

  /** The server knows this session no more: nothing is asked until somebody signs in. */
  readonly end = (): void => {
    if (this.socket !== null) this.set({ ending: "signed-out" });
  };

  /** The same person has signed in again: the board goes on from where it stood, and says its age. */
  resume(person_id: string): void {
    const { ending, board } = this.state;
    if (ending === null || board.you?.person_id !== person_id) return;
    this.set({ ending: null });
    this.socket?.resume();
    void this.loadPositions();
  }

  disconnect(): void {
    window.clearInterval(this.watch);
    window.removeEventListener("pagehide", this.keep);
    // Whoever leaves the desk leaves nothing behind; before a connection there is no desk.
    if (this.socket !== null) forget();
    this.socket?.stop();
    this.socket = null;
    this.samples = [];
    this.set(START);
  }

  readonly acknowledge = (key: string): void => {
    this.set({ alerts: this.state.alerts.filter((alert) => alert.key !== key) });
    this.keep();
  };

  private readonly keep = (): void => {
    const { board, alerts } = this.state;
    if (board.seq !== null) remember({ ...board, alerts });
  };

  /** Takes one frame. Public for tests; the socket is the only other caller. */
  take(frame: ServerFrame, received: Moment): void {
    const before = this.state.board;
    if (this.isMissing(before, frame)) this.socket?.askAgain();
    if (frame.type === "snapshot") {
      holdNumbers(frame.numbers);
      holdRules(frame.rules);
    }
    const board = applyFrame(before, frame);
    const told = this.alertsAfter(before, frame);
    const alerts = told.filter((alert) => stillOpen(alert, board.transfers.get(alert.transfer_id)));
    const isNews = alerts.length > 0 || this.state.alerts.length > 0;
    this.set({
      board,
      alerts: isNews ? alerts : this.state.alerts,
      heard: received,
      truth: truthOf(frame, received) ?? this.state.truth,
      offsetMs: this.offsetAfter(frame, received.wall_ms),
      canWrite: frame.type === "heartbeat" ? frame.can_write : this.state.canWrite,
      defects: frame.type === "heartbeat" ? sameOr(this.state.defects, frame.defects) : this.state.defects,
    });
    this.set({ link: this.judged(received) });
    if (isNews && frame.type === "news") this.keep();
  }

  /** What is to be told after `frame`; the first snapshot goes on from what this tab knew. */
  private alertsAfter(before: BoardState, frame: ServerFrame): Alert[] {
    const { recalled } = this;
    if (before.seq !== null || frame.type !== "snapshot" || recalled === null) {
      return [...this.state.alerts, ...alertsOf(before, frame)];
    }
    this.recalled = null;
    const isSame = recalled.you?.person_id === frame.you.person_id;
    return isSame ? [...recalled.alerts, ...alertsOf(recalled, frame)] : [];
  }

  /** A gap in the news is certain; one in heartbeats counts when two in a row show it. */
  private isMissing(board: BoardState, frame: ServerFrame): boolean {
    if (!isGap(board, frame)) {
      if (frame.type === "heartbeat") this.suspected = null;
      return false;
    }
    if (frame.type !== "heartbeat") return true;
    const isCertain = this.suspected === board.seq;
    this.suspected = board.seq;
    return isCertain;
  }

  private offsetAfter(frame: ServerFrame, received_ms: number): number {
    if (frame.type === "pong") {
      const server_ms = Date.parse(frame.server_at);
      this.samples = withSample(this.samples, sampleOf(frame.sent_ms, received_ms, server_ms));
    } else if (this.samples.length === 0 && "server_at" in frame) {
      return Date.parse(frame.server_at) - received_ms;
    }
    return bestOffset(this.samples) ?? this.state.offsetMs;
  }

  /** Being spoken to is not enough: what is said must be fresh, too. */
  private judged(now: Moment): Link {
    const { board, heard, truth } = this.state;
    if (board.seq === null || heard === null || truth === null) return "connecting";
    const isSilent = ageMs(heard, now) >= SILENCE_MS;
    return isSilent || ageMs(truth, now) > numbers().old_after_s * 1000 ? "stale" : "live";
  }

  private async loadPositions(): Promise<void> {
    try {
      const answer = await fetch("/api/positions", { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const positions = (await answer.json()) as Position[];
      // Only now: a snapshot may have come while the answer was read.
      const { board } = this.state;
      this.set({ board: { ...board, tracks: withPositions(board.tracks, positions) } });
    } catch {
      // Positions also come over the socket; without these the first fix is only later.
    }
  }

  private set(part: Partial<LiveState>): void {
    const names = Object.keys(part) as (keyof LiveState)[];
    if (names.every((name) => this.state[name] === part[name])) return;
    this.state = { ...this.state, ...part };
    this.readers.forEach((reader) => reader());
  }
}

export const live = new LiveStore();
onSessionOver(live.end);

/** Whether the board is known at all: before that a figure would be no fact. */
export const useIsKnown = (): boolean => useLive((state) => state.board.seq !== null);

/** Part of the live state; the screen is drawn again only when that part changes. */
export function useLive<Part>(part: (state: LiveState) => Part): Part {
  return useSyncExternalStore(live.subscribe, () => part(live.read()));
}
