import assert from "node:assert/strict";
import { test } from "node:test";

import { Client } from "../api/client";
import type { Surroundings } from "../api/live_socket";
import type { Entity, HomeState, LiveMessage, Reply } from "../api/types";
import { Store } from "../store/store";
import { Session } from "./session";

const AT = "2026-05-04T18:22:05.000Z";
const lamp = (on: boolean): Entity => ({
  entity: 1,
  name: "Lamp",
  aliases: [],
  area: "Kitchen",
  kind: "light",
  available: true,
  tier: "harmless",
  states: { on_off: { value: on, settable: true, sensed: true, since: AT, seen: AT } },
});
const HOME: HomeState = {
  name: "Test",
  version: "1",
  language: "en",
  seq: 10,
  time: AT,
  floors: [],
  areas: [],
  people: [],
  entities: [lamp(false)],
  promises: [],
  questions: [],
};
const REPLY: Reply = { text: "Which?", choices: ["a", "b"], plan: 21, trace: 20, verdict: "ask_back", undoable: false };
const turned = (seq: number, value: boolean): LiveMessage => ({
  type: "state",
  seq,
  entity: 1,
  capability: "on_off",
  value,
  at: AT,
});
const hello = (run: number, seq: number): LiveMessage => ({
  type: "hello",
  seq,
  run,
  version: "1",
  name: "Test",
  time: AT,
});

/** A session whose daemon answers when the test says so. */
class World {
  state = HOME;
  pageSeq = 10;
  asked: { path: string; body: Record<string, unknown> }[] = [];
  addresses: string[] = [];
  private held: (() => void)[] | null = null;
  private socket = { onopen: () => {}, onmessage: (_: { data: unknown }) => {}, onclose: () => {}, close: () => {} };
  private readonly surroundings: Surroundings = {
    open: (url) => {
      this.addresses.push(url);
      return this.socket as unknown as WebSocket;
    },
    now: () => Date.parse(AT),
    random: () => 0.5,
    later: (ms, deed) => (ms <= 300 ? Number(setTimeout(deed, 0)) : 1),
    cancel: () => {},
  };
  readonly store = new Store((deed) => deed());
  readonly session = new Session(
    this.store,
    new Client("secret12", ((path: string, request: RequestInit) => this.answer(path, request)) as typeof fetch),
    "secret12",
    "page-1",
    this.surroundings,
    { keep: () => {}, forget: () => {} },
    "ws://home/v1/live",
  );

  async begin(): Promise<void> {
    this.session.start();
    await this.settle();
    this.socket.onopen();
  }
  tell(message: LiveMessage): void {
    this.socket.onmessage({ data: JSON.stringify(message) });
  }
  /** What is asked from now on waits for release(), and is answered with what was so when it was asked. */
  hold(): void {
    this.held = [];
  }
  async release(): Promise<void> {
    const held = this.held ?? [];
    this.held = null;
    for (const go of held) go();
    for (let i = 0; i < 3; ++i) await this.settle();
  }
  settle(): Promise<void> {
    return new Promise((done) => setTimeout(done, 0));
  }
  get lampIsOn(): unknown {
    return this.store.state.entities.get(1)!.states["on_off"]!.value;
  }
  count(path: string): number {
    return this.asked.filter((one) => one.path.startsWith(path)).length;
  }

  private async answer(path: string, request: RequestInit): Promise<Response> {
    this.asked.push({ path, body: JSON.parse(String(request.body ?? "{}")) as Record<string, unknown> });
    const { state, pageSeq, held } = this;
    if (held !== null) await new Promise<void>((go) => held.push(go));
    if (path === "/v1/state") return Response.json(state);
    if (path.startsWith("/v1/timeline")) return Response.json({ items: [], next: null, seq: pageSeq });
    return Response.json(path === "/v1/promises" ? [] : REPLY);
  }
}

test("the stream goes on from the older of what was loaded", async () => {
  const world = new World();
  world.pageSeq = 7;
  await world.begin();
  assert.deepEqual(world.addresses, ["ws://home/v1/live?after=7"]);
});

test("a change that comes while the home is loaded again is not lost", async () => {
  const world = new World();
  await world.begin();
  world.hold();
  world.tell({ type: "home", seq: 11 });
  world.tell(turned(12, true));
  world.tell({ type: "promises", seq: 13 });
  await world.release();
  assert.equal(world.lampIsOn, true);
  assert.equal(world.store.state.seq, 13);
  assert.equal(world.count("/v1/promises"), 2, "those that came with the home are older");
});

test("a daemon that began anew is read anew: what the one before told may never have been written", async () => {
  const world = new World();
  await world.begin();
  world.tell(hello(3, 10));
  world.tell(turned(30, true));
  const before = world.count("/v1/state");
  world.tell(hello(3, 30));
  await world.settle();
  assert.equal(world.count("/v1/state"), before, "the same one");
  world.tell(hello(20, 22));
  await world.settle();
  assert.equal(world.count("/v1/state"), before + 1);
  assert.equal(world.lampIsOn, false);
  assert.equal(world.store.state.seq, 22);
});

test("what was asked for before a restart is not shown after it", async () => {
  const world = new World();
  await world.begin();
  world.hold();
  world.state = { ...HOME, seq: 50, entities: [lamp(true)] };
  world.tell({ type: "home", seq: 50 });
  world.state = HOME;
  world.tell({ type: "restart", seq: 5 });
  await world.release();
  assert.equal(world.lampIsOn, false);
  assert.equal(world.store.state.seq, 5);
});

test("an answer is given where the question was asked, wherever the page is by then", async () => {
  const world = new World();
  await world.begin();
  const { deeds } = world.session;
  deeds.area = "Kitchen";
  await deeds.say("turn on the lamp");
  deeds.area = "Study";
  await deeds.choose(world.store.state.lines.at(-1)!, "a");
  await deeds.tap(1, "on_off", true);
  deeds.area = null;
  await deeds.answerTap(1, world.store.state.tapQuestions.get(1)!, "b");
  assert.deepEqual(
    world.asked.filter((one) => one.path === "/v1/answer").map(({ body }) => [body["conversation"], body["area"]]),
    [
      ["page-1", "Kitchen"],
      ["page-1.1", "Study"],
    ],
  );
});

test("after a reload of the page a question is answered where it was asked too", async () => {
  const world = new World();
  const question = { plan: 4, trace: 3, text: "Which?", choices: ["a", "b"], until: null, area: "Kitchen" };
  world.state = { ...HOME, questions: [{ ...question, conversation: "page-1" }] };
  await world.begin();
  await world.session.deeds.choose(world.store.state.lines[0]!, "a");
  assert.equal(world.asked.at(-1)!.body["area"], "Kitchen");
});
