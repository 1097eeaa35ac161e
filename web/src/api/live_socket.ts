// The stream of changes: one WebSocket at a time, opened again after every loss from where it had come to.

import { delayBefore } from "./backoff";
import type { LiveMessage } from "./types";

export type LinkEvent =
  | { kind: "open" }
  /** Nothing until the next attempt at `retryAt` (milliseconds, Date.now()). */
  | { kind: "lost"; retryAt: number };

/** What the socket needs of the browser; a test brings its own. */
export interface Surroundings {
  open(url: string, protocols: string[]): WebSocket;
  now(): number;
  random(): number;
  later(ms: number, deed: () => void): number;
  cancel(timer: number): void;
}

export interface Listener {
  message(message: LiveMessage): void;
  link(event: LinkEvent): void;
  /** Asked before each attempt after a loss: whether the daemon is there, is not yet, or will never have us. */
  prospect(): Promise<"there" | "away" | "never">;
}

/** A handshake that takes longer than this will not come to anything. */
const HANDSHAKE_MS = 8_000;
/** A stream that held for so long was no flicker: the next wait begins small again. */
const STEADY_MS = 5_000;

export class LiveSocket {
  private socket: WebSocket | null = null;
  private attempt = 0;
  private timer: number | null = null;
  private openedAt: number | null = null;
  private wanted = false;

  /** `address`: of the stream, without a query. `seq` is asked at each attempt: the greatest that has arrived. */
  constructor(
    private readonly address: string,
    private readonly token: () => string,
    private readonly seq: () => number,
    private readonly listener: Listener,
    private readonly surroundings: Surroundings,
  ) {}

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.attempt = 0;
    this.connect();
  }

  stop(): void {
    this.wanted = false;
    this.clearTimer();
    this.drop();
  }

  /** Now instead of when the wait is over: somebody pressed the button, or the network came back. */
  retryNow(): void {
    if (!this.wanted || this.socket !== null) return;
    this.clearTimer();
    void this.retry();
  }

  private connect(): void {
    const url = `${this.address}?after=${this.seq()}`;
    let socket: WebSocket;
    try {
      socket = this.surroundings.open(url, ["hearth.v1", `hearth.token.${this.token()}`]);
    } catch {
      this.lost(); // a browser that opens none at all
      return;
    }
    this.socket = socket;
    this.timer = this.surroundings.later(HANDSHAKE_MS, () => socket.close());
    socket.onopen = () => {
      if (socket !== this.socket) return;
      this.clearTimer();
      this.openedAt = this.surroundings.now();
      this.listener.link({ kind: "open" });
    };
    socket.onmessage = (event: MessageEvent) => {
      if (socket === this.socket && typeof event.data === "string") this.read(event.data);
    };
    socket.onclose = () => {
      if (socket === this.socket) this.lost();
    };
  }

  private read(text: string): void {
    let message: LiveMessage;
    try {
      message = JSON.parse(text) as LiveMessage;
    } catch {
      this.socket?.close(); // a stream that cannot be read is begun anew
      return;
    }
    this.listener.message(message);
  }

  private lost(): void {
    this.clearTimer();
    this.drop();
    if (!this.wanted) return;
    const now = this.surroundings.now();
    if (this.openedAt !== null && now - this.openedAt >= STEADY_MS) this.attempt = 0;
    this.openedAt = null;
    const delay = delayBefore(this.attempt++, this.surroundings.random());
    this.timer = this.surroundings.later(delay, () => void this.retry());
    this.listener.link({ kind: "lost", retryAt: now + delay });
  }

  private async retry(): Promise<void> {
    this.timer = null;
    const prospect = await this.listener.prospect();
    if (!this.wanted || this.socket !== null || this.timer !== null) return;
    if (prospect === "there") this.connect();
    else if (prospect === "away") this.lost();
    else this.wanted = false;
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private clearTimer(): void {
    if (this.timer !== null) this.surroundings.cancel(this.timer);
    this.timer = null;
  }
}

export const browser: Surroundings = {
  open: (url, protocols) => new WebSocket(url, protocols),
  now: () => Date.now(),
  random: () => Math.random(),
  later: (ms, deed) => window.setTimeout(deed, ms),
  cancel: (timer) => window.clearTimeout(timer),
};
