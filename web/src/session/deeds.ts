// What people do on the page: say, choose, tap, undo, ask why.

import { ApiError, type Client, type Place } from "../api/client";
import type { Surroundings } from "../api/live_socket";
import type { LiveMessage, Reply, Value } from "../api/types";
import { tapConversation } from "../store/home";
import type { Line, Notice, Tap, TapQuestion } from "../store/state";
import type { Store } from "../store/store";

/** How long a word in passing stays. */
const NOTICE_MS = 8_000;
const CALL_MS = 60_000;

const QUIET = { tone: "plain", plan: null, undoable: false, choices: [], conversation: "", area: null } as const;

export class Deeds {
  /** Where the person stands, by an area's name: "the light" is then the light there. */
  area: string | null = null;
  private counter = 0;

  constructor(
    private readonly store: Store,
    private readonly client: Client,
    private readonly conversation: string,
    private readonly surroundings: Surroundings,
    private readonly mind: (error: unknown) => boolean,
  ) {}

  /** Whether a question was asked of this page: then its choices stand where it was. Another's are not ours to make. */
  owns(conversation: string): boolean {
    return conversation === this.conversation || conversation.startsWith(`${this.conversation}.`);
  }

  async say(text: string): Promise<void> {
    await this.exchange(text, this.conversation, this.area, (place) => this.client.say(text, place));
  }

  /** One of the choices of a line of the talk. */
  async choose(line: Line, choice: string): Promise<void> {
    await this.exchange(choice, line.conversation, line.area, (place) => this.client.answer(choice, place));
  }

  async tap(entity: number, capability: string, value: Exclude<Value, null>): Promise<void> {
    const tap: Tap = { entity, capability, value };
    const conversation = tapConversation(this.conversation, entity);
    const { area } = this;
    this.store.dispatch({ type: "tap", tap });
    try {
      const reply = await this.client.act(entity, capability, value, placeOf(conversation, area));
      this.store.dispatch({ type: "tap.reply", tap, reply, conversation, area });
      if (reply.choices.length === 0) this.noteReply(reply);
    } catch (error) {
      this.store.dispatch({ type: "tap.failed", tap });
      this.noteError(error);
    }
  }

  /** What the home asked because of a tap. */
  async answerTap(entity: number, question: TapQuestion, choice: string): Promise<void> {
    this.store.dispatch({ type: "tap.answered", entity });
    await this.answer(question, choice);
  }

  async answerNotice(notice: Notice, choice: string): Promise<void> {
    this.dismiss(notice.id);
    await this.answer(notice, choice);
  }

  async undo(plan: number): Promise<void> {
    this.store.dispatch({ type: "undo.asked", plan });
    const conversation = `${this.conversation}.undo`;
    const { area } = this;
    try {
      this.noteReply(await this.client.undo(plan, placeOf(conversation, area)), conversation, area);
    } catch (error) {
      this.noteError(error);
    } finally {
      this.store.dispatch({ type: "undo.over", plan });
    }
  }

  /** Opens the reasons of a message, or closes them. */
  async why(about: number): Promise<void> {
    if (this.store.state.timeline.whys.has(about)) {
      this.store.dispatch({ type: "why.close", about });
      return;
    }
    this.store.dispatch({ type: "why.open", about });
    try {
      const explanation = await this.client.why(about);
      this.store.dispatch({ type: "why.told", why: { about, explanation, error: null } });
    } catch (error) {
      if (this.mind(error)) return;
      this.store.dispatch({ type: "why.told", why: { about, explanation: null, error: messageOf(error) } });
    }
  }

  announce(message: Extract<LiveMessage, { type: "said" }>): void {
    const { text, choices, plan, conversation = "", area = null } = message;
    this.note({ ...QUIET, tone: "call", text, choices, plan, conversation, area }, CALL_MS);
  }

  dismiss(id: number): void {
    this.store.dispatch({ type: "notice.gone", id });
  }

  private async exchange(
    text: string,
    conversation: string,
    area: string | null,
    send: (place: Place) => Promise<Reply>,
  ): Promise<void> {
    const id = ++this.counter;
    this.store.dispatch({ type: "talk.said", id, text, at: this.houseTime(), conversation, area });
    try {
      const reply = await send(placeOf(conversation, area));
      this.store.dispatch({ type: "talk.reply", to: id, reply, at: this.houseTime(), conversation, area });
    } catch (error) {
      this.mind(error);
      this.store.dispatch({ type: "talk.failed", to: id, message: messageOf(error), at: this.houseTime() });
    }
  }

  /** The home asked a person who stood somewhere, and knows the answer by coming from there. */
  private async answer(question: { conversation: string; area: string | null }, choice: string): Promise<void> {
    const { conversation, area } = question;
    try {
      this.noteReply(await this.client.answer(choice, placeOf(conversation, area)), conversation, area);
    } catch (error) {
      this.noteError(error);
    }
  }

  private noteReply(reply: Reply, conversation = "", area: string | null = null): void {
    if (reply.text === "") return; // overruled by a later tap, which tells of itself
    const { text, plan, undoable, choices } = reply;
    const tone = reply.verdict === "decline" ? "bad" : "plain";
    this.note({ tone, text, plan, undoable, choices, conversation, area }, choices.length > 0 ? CALL_MS : NOTICE_MS);
  }

  private noteError(error: unknown): void {
    if (this.mind(error)) return;
    this.note({ ...QUIET, tone: "bad", text: messageOf(error) }, NOTICE_MS);
  }

  private note(notice: Omit<Notice, "id">, ms: number): void {
    const id = ++this.counter;
    this.store.dispatch({ type: "notice", notice: { ...notice, id } });
    this.surroundings.later(ms, () => this.dismiss(id));
  }

  private houseTime(): number {
    return this.surroundings.now() + this.store.state.ahead;
  }
}

function placeOf(conversation: string, area: string | null): Place {
  return area === null ? { conversation } : { conversation, area };
}

/** What to show people. */
export function messageOf(error: unknown): string {
  if (!(error instanceof ApiError)) return "Something went wrong on this page.";
  switch (error.trouble) {
    case "unreachable":
      return "Hearth does not answer right now.";
    case "slow":
      return "Hearth took too long to answer.";
    case "busy":
      return "Hearth has too much to do right now. Try again in a moment.";
    default:
      return `Hearth could not do that: ${error.message}.`;
  }
}
