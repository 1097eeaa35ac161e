import assert from "node:assert/strict";
import { test } from "node:test";

import type { Deed, TimelineItem } from "../api/types";
import { happeningOf, stillAsked } from "./happening";

const AT = "2026-05-04T18:22:05.120Z";
const deed = (sentence: string, outcome: Deed["outcome"] = "done"): Deed => ({
  sentence,
  outcome,
  undoable: true,
  at: AT,
});
const item = (more: Partial<TimelineItem>): TimelineItem => ({
  trace: 1,
  seq: 1,
  at: AT,
  kind: "request",
  said: [],
  did: [],
  ...more,
});

test("a request tells who said what, and what the house said to it", () => {
  const told = happeningOf(
    item({
      heard: { text: "dim the lamp", who: "Anna" },
      said: [{ text: "Set the lamp to 40 percent.", at: AT }],
      did: [deed("The lamp was set to 40 percent.")],
    }),
  );
  assert.equal(told.headline, "Anna said “dim the lamp”");
  assert.deepEqual(
    told.sentences.map((one) => one.text),
    ["Set the lamp to 40 percent."],
  );
  assert.deepEqual(told.steps, []);
});

test("several steps, or one that failed, are listed", () => {
  const several = happeningOf(
    item({
      heard: { text: "lights off" },
      said: [{ text: "Turned off two lights.", at: AT }],
      did: [deed("A."), deed("B.")],
    }),
  );
  assert.equal(several.headline, "Somebody said “lights off”");
  assert.equal(several.steps.length, 2);
  const failed = happeningOf(
    item({
      heard: { text: "lights off" },
      said: [{ text: "The lamp did not do it.", at: AT }],
      did: [deed("A.", "failed")],
    }),
  );
  assert.deepEqual(failed.steps, [{ text: "A.", bad: true }]);
});

test("a tap tells what became of it", () => {
  const told = happeningOf(
    item({
      kind: "tap",
      heard: { text: "turn on the lamp", who: "Anna" },
      did: [deed("Could not reach it.", "refused")],
    }),
  );
  assert.equal(told.headline, "Anna tapped: turn on the lamp");
  assert.deepEqual(told.sentences, [{ text: "Could not reach it.", bad: true }]);
});

test("what nobody asked for begins with its own sentence", () => {
  assert.equal(
    happeningOf(item({ kind: "hand", did: [deed("The lamp was switched by hand.", "seen")] })).headline,
    "The lamp was switched by hand.",
  );
  const rings = happeningOf(item({ kind: "unasked", said: [{ text: "Your timer is done.", at: AT }] }));
  assert.equal(rings.headline, "Your timer is done.");
  assert.match(happeningOf(item({ kind: "house" })).headline, /no words/);
});

test("a question can be answered for a minute", () => {
  const asked = item({ asked: { text: "Which?", choices: ["a", "b"], plan: 1, conversation: "c" } });
  assert.ok(stillAsked(asked, Date.parse(AT) + 59_000));
  assert.ok(!stillAsked(asked, Date.parse(AT) + 60_000));
  assert.ok(!stillAsked(item({}), Date.parse(AT)));
});
