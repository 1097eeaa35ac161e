import assert from "node:assert/strict";
import { test } from "node:test";

import { along, type Box, depths, DOOR, type LaidNode, layOut } from "./layout";

const steps: LaidNode[] = [
  { name: "understand", lane: "interactive" },
  { name: "answer", lane: "house" },
  { name: "why", lane: "interactive" },
  { name: "decide", lane: "house" },
  { name: "runner", lane: "house" },
  { name: "promises", lane: "house" },
];
const nodes: LaidNode[] = [
  ...["Observation", "Utterance", "LaneReturn", "Receipt", "ClockStep"].map((type) => ({
    name: `source.${type}`,
    lane: "source",
    side: "in" as const,
  })),
  ...steps,
  { name: "door.mqtt", lane: "house", side: "out" },
];
const edges = [
  { from: "source.Utterance", to: "understand" },
  { from: "source.Observation", to: "decide" },
  { from: "understand", to: "answer" },
  { from: "understand", to: "why" },
  { from: "understand", to: "decide" },
  { from: "answer", to: "decide" },
  { from: "why", to: "decide" },
  { from: "decide", to: "runner" },
  { from: "runner", to: "promises" },
  { from: "promises", to: "decide" },
  { from: "runner", to: "door.mqtt" },
];

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test("depth is the longest way, and what leads back does not count", () => {
  assert.deepEqual(depths(steps, edges), [0, 1, 1, 2, 3, 4]);
  assert.deepEqual(depths([], []), []);
});

test("no two boxes overlap and none leaves the picture, at every width", () => {
  for (const width of [310, 358, 390, 700, 768, 1000, 1200, 1272, 1392, 2000]) {
    const layout = layOut(nodes, edges, width);
    const boxes = [...layout.boxes.values()];
    assert.equal(boxes.length, nodes.length);
    for (const box of boxes) {
      assert.ok(box.x >= 0 && box.x + box.width <= width + 0.001, `${width}: ${JSON.stringify(box)}`);
      assert.ok(box.y >= 0 && box.y + box.height <= layout.height + 0.001, `${width}: ${JSON.stringify(box)}`);
    }
    boxes.forEach((a, i) => boxes.forEach((b, j) => assert.ok(i >= j || !overlaps(a, b), `${width}: ${i} and ${j}`)));
  }
});

test("wide it flows across in bands between the doors", () => {
  const wide = layOut(nodes, edges, 1392);
  assert.ok(wide.across);
  assert.deepEqual(
    wide.bands.map((band) => band.lane),
    ["interactive", "house"],
  );
  for (const node of steps) {
    const box = wide.boxes.get(node.name)!;
    const band = wide.bands.find((one) => one.lane === node.lane)!;
    assert.ok(box.y >= band.y && box.y + box.height <= band.y + band.height, node.name);
    assert.ok(box.x >= band.x && box.x + box.width <= band.x + band.width, node.name);
  }
  assert.equal(wide.boxes.get("source.Receipt")!.x, 0);
  assert.equal(wide.boxes.get("door.mqtt")!.x, 1392 - DOOR.width);
});

test("narrow it flows down", () => {
  const narrow = layOut(nodes, edges, 358);
  assert.ok(!narrow.across);
  assert.deepEqual(narrow.bands, []);
  assert.ok(narrow.boxes.get("runner")!.y > narrow.boxes.get("decide")!.y);
  assert.ok(narrow.boxes.get("door.mqtt")!.y > narrow.boxes.get("promises")!.y);
});

test("curves begin and end at their boxes; an edge to nowhere has none", () => {
  for (const width of [358, 1392]) {
    const layout = layOut(nodes, [...edges, { from: "decide", to: "nobody" }], width);
    assert.equal(layout.curves.at(-1), null);
    edges.forEach((edge, index) => {
      for (const [name, t] of [
        [edge.from, 0],
        [edge.to, 1],
      ] as const) {
        const box = layout.boxes.get(name)!;
        const [x, y] = along(layout.curves[index]!, t);
        const inside =
          x >= box.x - 1e-6 && x <= box.x + box.width + 1e-6 && y >= box.y - 1e-6 && y <= box.y + box.height + 1e-6;
        assert.ok(inside, `${width}: ${edge.from} to ${edge.to} at ${t}`);
      }
    });
  }
});

test("an empty graph is no trouble", () => {
  const layout = layOut([], [], 800);
  assert.equal(layout.boxes.size, 0);
  assert.equal(layout.curves.length, 0);
});
