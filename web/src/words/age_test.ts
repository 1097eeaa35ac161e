import assert from "node:assert/strict";
import { test } from "node:test";

import { age, ago, clockTime, countdown } from "./age";

test("ages are told in the largest unit that says enough", () => {
  assert.equal(age(-2000), "now");
  assert.equal(age(4999), "now");
  assert.equal(age(5000), "5 s");
  assert.equal(age(59_999), "59 s");
  assert.equal(age(60_000), "1 min");
  assert.equal(age(3_599_999), "59 min");
  assert.equal(age(3_600_000), "1 h");
  assert.equal(age(47 * 3_600_000), "47 h");
  assert.equal(age(48 * 3_600_000), "2 days");
  assert.equal(ago(0), "just now");
  assert.equal(ago(120_000), "2 min ago");
});

test("a countdown ends at zero and never before", () => {
  assert.equal(countdown(1), "0:01");
  assert.equal(countdown(0), "0:00");
  assert.equal(countdown(-5000), "0:00");
  assert.equal(countdown(245_000), "4:05");
  assert.equal(countdown(3_729_000), "1:02:09");
});

test("a time of another day carries its day", () => {
  const now = new Date(2026, 4, 7, 9, 30).getTime();
  assert.equal(clockTime(new Date(2026, 4, 7, 8, 5).getTime(), now), "08:05");
  assert.match(clockTime(new Date(2026, 4, 6, 8, 5).getTime(), now), /^Wed,? 6 May, 08:05$/);
});
