/** The live connection: hello and resume, watchdog, backoff with jitter, clock pings. */
import type { ClientFrame, ServerFrame } from "../gen/wire";
import { type Moment, thisMoment } from "./truth";

export const SILENCE_MS = 4000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4000;
const PING_MS = 10_000;
const FIRST_PINGS = 4;

export type Ending = "signed-out" | "not-allowed";

export interface Listener {
  /** Number of the last event known, for resuming. */
  lastSeen(): number | null;
  frame(frame: ServerFrame, received: Moment): void;
  /** The server will not speak to us again until somebody signs in. */
  ended(why: Ending): void;
}

/** How long to wait before attempt `attempt` (from 0); `dice` in [0, 1) spreads the crowd. */
export function waitBefore(attempt: number, dice: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return full / 2 + (full / 2) * dice;
}

const ENDINGS: Readonly<Record<number, Ending>> = { 4401: "signed-out", 4403: "not-allowed" };

export class LiveSocket {
  private socket: WebSocket | null = null;
  private attempt = 0;
  private isStopped = false;
  private lastFrameMs = 0;
  private timers: number[] = [];
  private retry = 0;

  constructor(
    private readonly address: string,
    private readonly listener: Listener,
  ) {}

  start(): void {
    this.timers.push(window.setInterval(() => this.watch(), 500));
    this.timers.push(window.setInterval(() => this.ping(), PING_MS));
    window.addEventListener("online", this.now);
    this.open();
  }

  stop(): void {
    this.isStopped = true;
    this.timers.forEach((timer) => window.clearInterval(timer));
    window.clearTimeout(this.retry);
    window.removeEventListener("online", this.now);
    this.drop();
  }

  /** After an ending, once somebody has signed in: goes on from what is known. */
  resume(): void {
    this.attempt = 0;
    this.open();
  }

  /** Asks for what was missed, or for everything when nothing is known. */
  askAgain(): void {
    this.send({ type: "hello", last_seen: this.listener.lastSeen() });
  }

  private readonly now = (): void => {
    if (this.socket?.readyState === WebSocket.OPEN) return;
    this.attempt = 0;
    this.open();
  };

  private open(): void {
    this.drop();
    window.clearTimeout(this.retry);
    this.lastFrameMs = performance.now();
    const socket = new WebSocket(this.address);
    this.socket = socket;
    socket.onopen = () => {
      this.askAgain();
      for (let i = 0; i < FIRST_PINGS; i += 1) window.setTimeout(() => this.ping(), i * 300);
    };
    socket.onmessage = (message) => this.receive(String(message.data));
    socket.onclose = (close) => this.closed(close.code);
  }

  private receive(text: string): void {
    this.lastFrameMs = performance.now();
    this.attempt = 0;
    this.listener.frame(JSON.parse(text) as ServerFrame, thisMoment());
  }

  private closed(code: number): void {
    this.socket = null;
    const ending = ENDINGS[code];
    if (ending !== undefined) {
      this.listener.ended(ending);
      return;
    }
    this.later();
  }

  private later(): void {
    if (this.isStopped) return;
    window.clearTimeout(this.retry);
    this.retry = window.setTimeout(() => this.open(), waitBefore(this.attempt, Math.random()));
    this.attempt += 1;
  }

  /** A socket that says nothing for four seconds is as good as closed, whatever it claims. */
  private watch(): void {
    if (this.socket === null || performance.now() - this.lastFrameMs < SILENCE_MS) return;
    this.drop();
    this.later();
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private ping(): void {
    this.send({ type: "ping", sent_ms: Date.now() });
  }

  private send(frame: ClientFrame): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }
}
