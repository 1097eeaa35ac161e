import assert from "node:assert/strict";
import { test } from "node:test";

import { bytesText, countText, kindWord, microsText, nodeWord, rateText } from "./engine";

test("figures stay short", () => {
  assert.deepEqual([0, 0.04, 0.34, 9.96, 200.4, 20_000].map(rateText), ["0", "0", "0.3", "10.0", "200", "20.0 k"]);
  assert.deepEqual([0, 4.2, 96, 1240, 45_000, 3_400_000].map(microsText), [
    "–",
    "4.2 µs",
    "96 µs",
    "1.2 ms",
    "45 ms",
    "3.4 s",
  ]);
  assert.deepEqual([812, 12_400, 3_100_000].map(countText), ["812", "12.4 k", "3.1 M"]);
  assert.deepEqual([12, 640_000, 1_200_000].map(bytesText), ["12 B", "640 kB", "1.2 MB"]);
});

test("a kind or node without a word of its own keeps its name", () => {
  assert.equal(kindWord("Plan"), "Decided");
  assert.equal(kindWord("Novelty"), "Novelty");
  assert.equal(nodeWord("source.Utterance"), "Utterance");
  assert.equal(nodeWord("door.mqtt"), "to mqtt");
  assert.equal(nodeWord("answer.home"), "answer.home");
});
