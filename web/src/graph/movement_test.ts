import assert from "node:assert/strict";
import { test } from "node:test";

import { advance, dotSize, MOST_DOTS, still } from "./movement";

const LENGTH = 260;

/** Runs it for `seconds` at 60 frames a second; how many dots set off, and the most at once. */
function run(rate: number, seconds: number) {
  const movement = still(LENGTH);
  movement.rate = rate;
  let begun = 0,
    most = 0;
  for (let frame = 0; frame < seconds * 60; ++frame) {
    const before = new Set(movement.dots).size;
    const phase = movement.phase;
    advance(movement, 1 / 60);
    if (movement.phase < phase || movement.dots.length > before) begun += 1;
    most = Math.max(most, movement.dots.length);
  }
  return { begun, most };
}

test("one dot a message, in proportion to the rate", () => {
  assert.ok(Math.abs(run(1, 20).begun - 20) <= 1);
  assert.ok(Math.abs(run(4, 20).begun - 80) <= 1);
  assert.equal(run(0, 20).begun, 0);
});

test("two hundred messages a second stay few dots", () => {
  const { most } = run(200, 10);
  assert.ok(most <= Math.ceil(MOST_DOTS * still(LENGTH).travel) + 1, `${most}`);
  assert.ok(dotSize(200) > dotSize(9) && dotSize(1e9) <= 4.6);
});

test("it comes to rest when nothing flows any more", () => {
  const movement = still(LENGTH);
  movement.rate = 10;
  for (let frame = 0; frame < 60; ++frame) advance(movement, 1 / 60);
  movement.rate = 0;
  let frames = 0;
  while (advance(movement, 1 / 60)) assert.ok(++frames < 60 * movement.travel + 2);
  assert.equal(movement.dots.length, 0);
});

test("a page that slept for an hour sends no swarm", () => {
  const movement = still(LENGTH);
  movement.rate = 200;
  advance(movement, 3600);
  assert.ok(movement.dots.length <= MOST_DOTS);
});
