// What the page does: connects, loads, follows, and carries out what people tap and type.

import { ApiError, Client, questionsOf } from "../api/client";
import { LiveSocket, type LinkEvent, type Surroundings } from "../api/live_socket";
import type { LiveMessage } from "../api/types";
import { delayBefore } from "../api/backoff";
import type { Store } from "../store/store";
import { Deeds } from "./deeds";

const PAGE_ITEMS = 40;
/** Between two loads of the whole home: while devices are found, something asks for one many times a second. */
const REST_MS = 300;

/** What the session needs of the browser beside fetch and sockets. */
export interface Keeper {
  keep(token: string): void;
  forget(): void;
}

export class Session {
  readonly deeds: Deeds;
  private readonly live: LiveSocket;
  private attempt = 0;
  private timer: number | null = null;
  private reloading = false;
  private stale = false; ///< something told us to load anew, and that has not succeeded since
  private run: number | null = null; ///< the daemon's, as it says at the beginning of the stream
  private begun = 0; ///< how often the daemon began anew: what was asked before that tells of what may not be
  private meanwhile: LiveMessage[] = []; ///< what the stream brings while the home is loaded

  /** `conversation`: this page's own, the same after a reload. `token`: null when none is known. */
  constructor(
    readonly store: Store,
    readonly client: Client,
    private token: string | null,
    readonly conversation: string,
    private readonly surroundings: Surroundings,
    private readonly keeper: Keeper,
    streamAddress: string,
  ) {
    this.live = new LiveSocket(
      streamAddress,
      () => this.token ?? "",
      () => store.state.seq,
      {
        message: (message) => this.received(message),
        link: (event) => this.linked(event),
        prospect: () => this.prospect(),
      },
      surroundings,
    );
    this.deeds = new Deeds(store, client, conversation, surroundings, (error) => this.mind(error));
  }

  start(): void {
    if (this.token === null) this.lock(false);
    else void this.load();
  }

  useToken(token: string): void {
    this.token = token;
    this.keeper.keep(token);
    this.client.useToken(token);
    this.store.dispatch({ type: "link", link: { phase: "starting" } });
    void this.load();
  }

  /** Somebody pressed "try now", or the network is back. */
  retryNow(): void {
    if (this.store.state.link.phase !== "away") return;
    this.store.dispatch({ type: "link", link: { phase: "away", retryAt: null } });
    if (this.store.state.home === null) {
      if (this.timer !== null) this.surroundings.cancel(this.timer);
      void this.load();
    } else {
      this.live.retryNow();
    }
  }

  async loadOlder(): Promise<void> {
    const { timeline } = this.store.state;
    if (timeline.loading || timeline.next === null) return;
    this.store.dispatch({ type: "timeline.loading" });
    try {
      // A page may be empty although there are older ones: look on, but not for ever.
      let page = await this.client.timeline(timeline.next, PAGE_ITEMS);
      for (let tries = 0; page.items.length === 0 && page.next !== null && tries < 20; ++tries) {
        page = await this.client.timeline(page.next, PAGE_ITEMS);
      }
      this.store.dispatch({ type: "timeline.page", page, fresh: false });
    } catch (error) {
      this.store.dispatch({ type: "timeline.failed" });
      this.mind(error);
    }
  }

  /** The whole home, then the stream from there on; tried again until it comes. */
  private async load(): Promise<void> {
    this.timer = null;
    try {
      await this.reload();
      this.attempt = 0;
      this.live.start();
    } catch (error) {
      if (this.mind(error)) return;
      const delay = delayBefore(this.attempt++, this.surroundings.random());
      this.timer = this.surroundings.later(delay, () => void this.load());
      this.store.dispatch({ type: "link", link: { phase: "away", retryAt: this.surroundings.now() + delay } });
    }
  }

  private async reload(): Promise<void> {
    const { begun } = this;
    this.meanwhile = [];
    const [state, page] = await Promise.all([this.client.state(), this.client.timeline(null, PAGE_ITEMS)]);
    if (begun !== this.begun) return; // who told us so has asked for another one
    const since = this.meanwhile;
    const questions = questionsOf(state, this.conversation);
    // Either may be the older one: the stream has to go on from there.
    const reached = Math.min(state.seq, page.seq);
    this.store.dispatch({ type: "loaded", state, questions, reached, since, now: this.surroundings.now() });
    this.store.dispatch({ type: "timeline.page", page, fresh: true });
    if (since.some((message) => message.type === "promises" && message.seq > state.seq)) void this.loadPledges();
  }

  /** Loads anew, one at a time: what asks for it meanwhile gets one more afterwards. A failure is tried again. */
  private async refresh(): Promise<void> {
    this.stale = true;
    if (this.reloading) return;
    this.reloading = true;
    try {
      while (this.stale) {
        this.stale = false;
        await this.reload();
        if (this.stale) await new Promise<void>((rested) => this.surroundings.later(REST_MS, rested));
      }
    } catch (error) {
      this.stale = !this.mind(error);
      if (this.stale)
        this.surroundings.later(delayBefore(2, this.surroundings.random()), () => this.refreshIfStale());
    } finally {
      this.reloading = false;
    }
  }

  private refreshIfStale(): void {
    if (this.stale && this.store.state.link.phase === "live") void this.refresh();
  }

  private received(message: LiveMessage): void {
    if (this.reloading) this.meanwhile.push(message);
    this.store.dispatch({ type: "live", message, now: this.surroundings.now() });
    if (message.type === "hello") {
      this.greeted(message);
    } else if (message.type === "restart") {
      ++this.begun;
      void this.refresh();
    } else if (message.type === "home") {
      void this.refresh();
    } else if (message.type === "promises") {
      void this.loadPledges();
    } else if (message.type === "said") {
      this.deeds.announce(message);
    }
  }

  /** A daemon that was killed may have told what it never wrote, and gives those numbers to something else now. */
  private greeted({ run, seq }: Extract<LiveMessage, { type: "hello" }>): void {
    const another = this.run !== null && run !== this.run;
    this.run = run;
    if (another) this.received({ type: "restart", seq });
  }

  private async loadPledges(): Promise<void> {
    try {
      this.store.dispatch({ type: "pledges", pledges: await this.client.promises() });
    } catch (error) {
      this.mind(error);
    }
  }

  private linked(event: LinkEvent): void {
    const link =
      event.kind === "open" ? ({ phase: "live" } as const) : ({ phase: "away", retryAt: event.retryAt } as const);
    this.store.dispatch({ type: "link", link });
    this.refreshIfStale();
  }

  private async prospect(): Promise<"there" | "away" | "never"> {
    this.store.dispatch({ type: "link", link: { phase: "away", retryAt: null } });
    try {
      this.store.dispatch({ type: "pledges", pledges: await this.client.promises() });
      return "there";
    } catch (error) {
      return this.mind(error) ? "never" : "away";
    }
  }

  /** True when the daemon does not take the token: then the form asks for one. */
  private mind(error: unknown): boolean {
    if (!(error instanceof ApiError) || error.status !== 401) return false;
    this.live.stop();
    this.keeper.forget();
    this.lock(true);
    return true;
  }

  private lock(refused: boolean): void {
    this.store.dispatch({ type: "link", link: { phase: "locked", refused } });
  }
}
