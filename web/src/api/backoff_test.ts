import assert from "node:assert/strict";
import { test } from "node:test";

import { delayBefore, FIRST_MS, LONGEST_MS } from "./backoff";

test("waits grow to a ceiling and stay there", () => {
  assert.equal(delayBefore(0, 0), FIRST_MS / 2);
  assert.equal(delayBefore(1, 0), FIRST_MS);
  assert.equal(delayBefore(1000, 0.999999), LONGEST_MS);
});

test("jitter stays between half of the ceiling and all of it", () => {
  for (let attempt = 0; attempt < 12; ++attempt) {
    const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
    for (const random of [0, 0.25, 0.5, 0.999]) {
      const delay = delayBefore(attempt, random);
      assert.ok(delay >= ceiling / 2 && delay <= ceiling, `${attempt} ${random}: ${delay}`);
    }
  }
});
