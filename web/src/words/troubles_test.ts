import assert from "node:assert/strict";
import { test } from "node:test";

import type { Health } from "../api/types";
import { troublesOf } from "./troubles";

const well: Health = {
  version: "0.1",
  time: "2026-05-04T18:22:05Z",
  problems: [],
  missing: "",
  nodes: [],
  doors: [{ name: "demo", connected: true, detail: "127.0.0.1:1883", in: 1, out: 0, errors: 0, unusable: [] }],
  house: { entries: 9, waiting: 0, coalesced: 4, dropped: 0, unknown_keys: 0, faults: 0, last_fault: "" },
  journal: { file: "home.db", written: 9, lost: 0, bytes: 100, ok: true, reason: "" },
};

test("a house that is well has nothing to tell", () => {
  assert.deepEqual(troublesOf(well), []);
});

test("each trouble is a sentence; what needs a hand comes first", () => {
  const told = troublesOf({
    ...well,
    problems: ["the journal cannot be written: disk full", "the door demo is away: refused."],
    doors: [{ ...well.doors[0]!, connected: false, errors: 1, unusable: ["lamp: no command topic"] }],
    house: { ...well.house, dropped: 3, faults: 1, last_fault: "decide: a bad step" },
    journal: { ...well.journal, lost: 1 },
  });
  assert.deepEqual(told, [
    "The journal cannot be written: disk full.",
    "The door demo is away: refused.",
    "One entry could not be written: lost.",
    "Once something failed inside; last: decide: a bad step.",
    "3 messages came faster than the house could take, and were dropped.",
    "demo: one message made no sense.",
    "demo: lamp: no command topic",
  ]);
});
