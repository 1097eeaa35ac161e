import assert from "node:assert/strict";
import { test } from "node:test";

import type { Graph } from "../api/types";
import { drawnEdges, viewOf } from "./graph";

function graph(at_ms: number, count: number, shed = 0): Graph {
  return {
    at_ms,
    seq: 1,
    inbox: { entries: count, waiting: 0, coalesced: 0, dropped: 0 },
    nodes: [
      {
        name: "decide",
        lane: "house",
        state: "well",
        count,
        errors: 0,
        shed,
        late: 0,
        dropped: 0,
        queued: 0,
        p50_us: 1,
        p99_us: 2,
      },
    ],
    edges: [
      {
        from: "a",
        to: "decide",
        type: "Plan",
        capacity: 0,
        policy: "call",
        count,
        queued: 0,
        dropped: 0,
        coalesced: 0,
      },
    ],
  };
}

test("rates are what passed between two snapshots, by the daemon's own clock", () => {
  const first = viewOf(graph(1000, 10), null);
  assert.deepEqual([first.rate, first.nodes[0]!.rate, first.edges[0]!.rate], [0, 0, 0]);
  const second = viewOf(graph(3000, 50, 3), first);
  assert.deepEqual([second.rate, second.nodes[0]!.rate, second.edges[0]!.rate], [20, 20, 20]);
  assert.equal(second.nodes[0]!.troubled, 3);
});

test("a daemon that began anew has no negative rates", () => {
  const before = viewOf(graph(900_000, 5000, 9), null);
  const now = viewOf(graph(500, 3), before);
  assert.deepEqual([now.rate, now.nodes[0]!.rate, now.nodes[0]!.troubled], [0, 0, 0]);
});

test("a door that no edge leads to is joined to the runner by a line on which nothing moves", () => {
  const base = graph(0, 1);
  const node = (name: string) => ({ ...base.nodes[0]!, name });
  const edge = { ...base.edges[0]!, from: "decide", to: "door.web" };
  const view = viewOf({ ...base, nodes: ["act.runner", "door.web", "door.mqtt"].map(node), edges: [edge] }, null);
  assert.deepEqual(
    drawnEdges(view).map((one) => [one.from, one.to, one.rate]),
    [
      ["decide", "door.web", 0],
      ["act.runner", "door.mqtt", 0],
    ],
  );
});
