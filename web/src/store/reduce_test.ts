import assert from "node:assert/strict";
import { test } from "node:test";

import type { Entity, HomeState, LiveMessage, Reply, TimelineItem } from "../api/types";
import { reduce } from "./reduce";
import { type Action, EMPTY, type State, tapKey } from "./state";
import { KEPT } from "./timeline";

const AT = "2026-05-04T18:22:05.000Z";
const NOW = Date.parse(AT);

function lamp(entity: number, on: boolean): Entity {
  return {
    entity,
    name: `Lamp ${entity}`,
    aliases: [],
    area: "Study",
    kind: "light",
    available: true,
    tier: "harmless",
    states: { on_off: { value: on, settable: true, sensed: true, since: AT, seen: AT } },
  };
}

const HOME: HomeState = {
  name: "Test",
  version: "1",
  language: "en",
  seq: 10,
  time: AT,
  floors: [],
  areas: [],
  people: [],
  entities: [lamp(1, false), lamp(2, true)],
  promises: [],
  questions: [],
};
const item = (trace: number, more: Partial<TimelineItem> = {}): TimelineItem => ({
  trace,
  seq: trace,
  at: AT,
  kind: "request",
  said: [],
  did: [],
  ...more,
});
const reply = (more: Partial<Reply> = {}): Reply => ({
  text: "Done.",
  choices: [],
  plan: 7,
  trace: 5,
  verdict: "do",
  undoable: true,
  ...more,
});

function after(...actions: Action[]): State {
  return actions.reduce(reduce, EMPTY);
}
const loaded = { type: "loaded", state: HOME, questions: [], reached: 10, since: [], now: NOW - 3000 } as const;
const state = (seq: number, entity: number, value: boolean): LiveMessage => ({
  type: "state",
  seq,
  entity,
  capability: "on_off",
  value,
  at: AT,
});
const live = (message: LiveMessage): Action => ({ type: "live", message, now: NOW });
const page = (items: TimelineItem[], next: number | null, fresh: boolean, seq = 100): Action => ({
  type: "timeline.page",
  page: { items, next, seq },
  fresh,
});

test("a change touches its entity only, and moves the place in the stream", () => {
  const before = after(loaded);
  assert.equal(before.ahead, 3000);
  const later = "2026-05-04T18:22:09.000Z";
  const now = reduce(
    before,
    live({ type: "state", seq: 12, entity: 1, capability: "on_off", value: true, at: later }),
  );
  assert.deepEqual(now.entities.get(1)!.states["on_off"], {
    value: true,
    settable: true,
    sensed: true,
    since: later,
    seen: later,
  });
  assert.equal(now.entities.get(2), before.entities.get(2));
  assert.equal(now.seq, 12);
  const same = reduce(now, live({ type: "state", seq: 13, entity: 1, capability: "on_off", value: true, at: AT }));
  assert.equal(
    same.entities.get(1)!.states["on_off"]!.since,
    later,
    "since when it has been so, not when it was last said",
  );
});

test("a device that cannot be reached is so by its capability `available`", () => {
  const gone = after(
    loaded,
    live({ type: "state", seq: 12, entity: 1, capability: "available", value: false, at: AT }),
  );
  assert.equal(gone.entities.get(1)!.available, false);
});

test("a change of something unknown is nothing, and the place moves on all the same", () => {
  const now = after(loaded, live({ type: "state", seq: 12, entity: 99, capability: "on_off", value: true, at: AT }));
  assert.equal(now.entities.size, 2);
  assert.equal(now.seq, 12);
});

test("hello does not move the place: what came since is still to come", () => {
  const now = after(loaded, live({ type: "hello", seq: 500, run: 1, version: "2", name: "Test", time: AT }));
  assert.equal(now.seq, 10);
  assert.equal(now.updated, true);
});

test("restart goes back to its own place and forgets the timeline", () => {
  const now = after(loaded, page([item(5)], null, true), live({ type: "restart", seq: 3 }));
  assert.equal(now.seq, 3);
  assert.deepEqual(now.timeline.items, []);
});

test("a tap shows what it wants until the device says so, or all is over", () => {
  const tap = { entity: 1, capability: "on_off", value: true };
  const tapped = after(loaded, { type: "tap", tap });
  assert.equal(tapped.taps.get(tapKey(1, "on_off")), tap);
  assert.equal(
    reduce(tapped, live({ type: "state", seq: 11, entity: 1, capability: "on_off", value: true, at: AT })).taps.size,
    0,
  );
  const other = reduce(
    tapped,
    live({ type: "state", seq: 11, entity: 1, capability: "on_off", value: false, at: AT }),
  );
  assert.equal(other.taps.size, 1, "an old report does not end it");
  assert.equal(reduce(tapped, { type: "tap.reply", tap, reply: reply(), conversation: "c.1", area: null }).taps.size, 0);
  assert.equal(reduce(tapped, { type: "link", link: { phase: "away", retryAt: null } }).taps.size, 0);
});

test("the reply to an earlier tap leaves a later one on its way", () => {
  const first = { entity: 1, capability: "on_off", value: true };
  const second = { entity: 1, capability: "on_off", value: false };
  const now = after(
    loaded,
    { type: "tap", tap: first },
    { type: "tap", tap: second },
    { type: "tap.reply", tap: first, reply: reply({ text: "" }), conversation: "c.1", area: null },
  );
  assert.equal(now.taps.get(tapKey(1, "on_off")), second);
});

test("a tap that is asked back leaves a question at its tile; the next tap closes it", () => {
  const tap = { entity: 1, capability: "on_off", value: true };
  const place = { conversation: "c.1", area: "Study" };
  const asked = after(
    loaded,
    { type: "tap", tap },
    { type: "tap.reply", tap, reply: reply({ choices: ["yes", "no"], text: "Sure?", plan: 12 }), ...place },
  );
  assert.deepEqual(asked.tapQuestions.get(1), { text: "Sure?", choices: ["yes", "no"], plan: 12, ...place });
  assert.equal(reduce(asked, loaded).tapQuestions.size, 1, "it was asked after what was loaded");
  assert.equal(reduce(asked, { ...loaded, state: { ...HOME, seq: 12 } }).tapQuestions.size, 0, "answered meanwhile");
  assert.equal(reduce(asked, { type: "tap.answered", entity: 1 }).tapQuestions.size, 0);
  assert.equal(reduce(asked, { type: "tap", tap }).tapQuestions.size, 0);
});

test("questions that were open before a reload are found again, each in its place", () => {
  const question = { plan: 4, trace: 3, text: "Which?", choices: ["a", "b"], until: null };
  const now = after({
    ...loaded,
    questions: [
      { ...question, conversation: "page-1", area: "Study" },
      { ...question, plan: 6, conversation: "page-1.2" },
    ],
  });
  assert.deepEqual(
    now.lines.map((line) => [line.plan, line.area]),
    [[4, "Study"]],
  );
  assert.deepEqual([...now.tapQuestions.keys()], [2]);
});

test("choices end with the next word in their conversation", () => {
  const said: Action = { type: "talk.said", id: 1, text: "the lamp", at: NOW, conversation: "c", area: null };
  const asked = after(loaded, said, {
    type: "talk.reply",
    to: 1,
    at: NOW,
    conversation: "c",
    area: null,
    reply: reply({ choices: ["a", "b"] }),
  });
  assert.deepEqual(
    asked.lines.map((line) => [line.who, line.waiting, line.choices.length]),
    [
      ["me", false, 0],
      ["house", false, 2],
    ],
  );
  const next = reduce(asked, { ...said, id: 2 });
  assert.ok(next.lines.every((line) => line.choices.length === 0));
  const failed = reduce(next, { type: "talk.failed", to: 2, message: "gone", at: NOW });
  assert.equal(failed.lines.at(-1)!.failed, true);
  assert.ok(failed.lines.every((line) => !line.waiting));
});

test("the timeline stays newest first, and a newer item replaces an older one of its trace", () => {
  let now = after(loaded, page([item(9), item(5)], 5, true));
  now = reduce(now, live({ type: "item", seq: 12, item: item(12) }));
  now = reduce(now, live({ type: "item", seq: 14, item: item(9, { seq: 14, undone_by: 13 }) }));
  now = reduce(now, live({ type: "item", seq: 15, item: item(9, { seq: 13 }) }));
  assert.deepEqual(
    now.timeline.items.map((one) => one.trace),
    [12, 9, 5],
  );
  assert.equal(now.timeline.items[1]!.undone_by, 13);
  const older = reduce(now, page([item(4), item(2)], null, false));
  assert.deepEqual(
    older.timeline.items.map((one) => one.trace),
    [12, 9, 5, 4, 2],
  );
});

test("a change of something older than what is shown waits for its page", () => {
  const now = after(
    loaded,
    page([item(9), item(5)], 5, true),
    live({ type: "item", seq: 20, item: item(3, { seq: 20 }) }),
  );
  assert.deepEqual(
    now.timeline.items.map((one) => one.trace),
    [9, 5],
  );
});

test("what the stream brought while a fresh page was on its way is kept", () => {
  const now = after(
    loaded,
    live({ type: "item", seq: 120, item: item(118, { seq: 120 }) }),
    page([item(9)], null, true, 100),
  );
  assert.deepEqual(
    now.timeline.items.map((one) => one.trace),
    [118, 9],
  );
});

test("a page that stays open for weeks does not grow, and can still read on", () => {
  let now = after(loaded, page([], null, true));
  for (let trace = 200; trace < 200 + KEPT + 50; ++trace)
    now = reduce(now, live({ type: "item", seq: trace, item: item(trace) }));
  assert.equal(now.timeline.items.length, KEPT);
  assert.equal(now.timeline.next, now.timeline.items.at(-1)!.trace);
});

test("reasons that were closed before they came stay closed", () => {
  const why = { about: 5, explanation: null, error: "no" };
  const open = after(loaded, { type: "why.open", about: 5 });
  assert.equal(reduce(open, { type: "why.told", why }).timeline.whys.get(5), why);
  assert.equal(
    after(loaded, { type: "why.open", about: 5 }, { type: "why.close", about: 5 }, { type: "why.told", why }).timeline
      .whys.size,
    0,
  );
});

test("loading again keeps what is the same as it was", () => {
  const before = after(loaded);
  const now = reduce(before, { ...loaded, state: { ...HOME, entities: [lamp(1, false), lamp(2, false)] } });
  assert.equal(now.entities.get(1), before.entities.get(1));
  assert.notEqual(now.entities.get(2), before.entities.get(2));
});

test("what the stream brought while a reload was on its way stands, and the place does not go back", () => {
  const newer = state(14, 1, true);
  const older = state(9, 2, false);
  const now = after(loaded, live(newer), { ...loaded, since: [older, newer] });
  assert.equal(now.entities.get(1)!.states["on_off"]!.value, true);
  assert.equal(now.entities.get(2)!.states["on_off"]!.value, true, "the snapshot is newer than this one");
  assert.equal(now.seq, 14);
  const anew = after(loaded, live(newer), live({ type: "restart", seq: 3 }), loaded);
  assert.equal(anew.entities.get(1)!.states["on_off"]!.value, false);
  assert.equal(anew.seq, 3, "what came between is still to come");
});

test("a tap stays on its way over a reload, unless the device shows it by then", () => {
  const on = { entity: 1, capability: "on_off", value: true };
  const off = { entity: 2, capability: "on_off", value: false };
  const tapped = after(loaded, { type: "tap", tap: on }, { type: "tap", tap: off });
  const now = reduce(tapped, { ...loaded, state: { ...HOME, entities: [lamp(1, true), lamp(2, true)] } });
  assert.deepEqual([...now.taps.values()], [off]);
});
