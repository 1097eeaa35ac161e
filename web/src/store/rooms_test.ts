import assert from "node:assert/strict";
import { test } from "node:test";

import type { CapabilityState, Entity } from "../api/types";
import { climateOf, readingsIn, readingsOf, RoomGrouper, tileKind } from "./rooms";

function entity(
  id: number,
  kind: string,
  states: Record<string, Partial<CapabilityState>>,
  area: string | null = "Study",
): Entity {
  const full = Object.entries(states).map(([name, state]) => [
    name,
    { value: null, settable: false, sensed: true, ...state },
  ]);
  return {
    entity: id,
    name: `Thing ${id}`,
    aliases: [],
    area,
    kind,
    available: true,
    tier: "harmless",
    states: Object.fromEntries(full),
  };
}

test("what can be set has a tile of its kind; what is only read has none", () => {
  const settable = { settable: true };
  assert.equal(tileKind(entity(1, "light", { on_off: settable, brightness: settable })), "light");
  assert.equal(tileKind(entity(1, "switch", { on_off: settable })), "switch");
  assert.equal(tileKind(entity(1, "cover", { position: settable })), "cover");
  assert.equal(tileKind(entity(1, "climate", { target_temperature: settable, on_off: settable })), "climate");
  assert.equal(tileKind(entity(1, "lock", { lock: settable })), "lock");
  assert.equal(tileKind(entity(1, "select", { option: settable })), "setting");
  assert.equal(tileKind(entity(1, "sensor", { temperature: {} })), null);
});

test("a tile's own values are no readings, its battery is", () => {
  const lamp = entity(1, "light", { on_off: { settable: true }, power: {}, battery: { value: 80 } });
  assert.deepEqual(
    readingsOf(lamp).map((one) => one.capability),
    ["battery"],
  );
});

test("rooms stand by floor, the lowest first, and what stands nowhere comes last", () => {
  const all = [
    entity(1, "sensor", {}, "Attic"),
    entity(2, "sensor", {}, null),
    entity(3, "sensor", {}, "Cellar"),
    entity(4, "sensor", {}, "Garden"),
  ];
  const areas = [
    ["Attic", "Up"],
    ["Cellar", "Down"],
    ["Garden", null],
    ["Empty", "Up"],
  ] as const;
  const storeys = new RoomGrouper().group(
    new Map(all.map((one) => [one.entity, one])),
    areas.map(([name, floor]) => ({ name, floor, aliases: [] })),
    [
      { name: "Up", level: 1 },
      { name: "Down", level: -1 },
    ],
  );
  assert.deepEqual(
    storeys.map((one) => [one.name, one.rooms.map((room) => room.name)]),
    [
      ["Down", ["Cellar"]],
      ["Up", ["Attic"]],
      [null, ["Garden", "Elsewhere"]],
    ],
  );
});

test("a room in which nothing changed keeps its identity", () => {
  const areas = [
    { name: "Study", floor: null, aliases: [] },
    { name: "Hall", floor: null, aliases: [] },
  ];
  const one = entity(1, "sensor", {}),
    two = entity(2, "sensor", {}, "Hall");
  const grouper = new RoomGrouper();
  const before = grouper.group(
    new Map([
      [1, one],
      [2, two],
    ]),
    areas,
    [],
  )[0]!.rooms;
  const now = grouper.group(
    new Map([
      [1, { ...one }],
      [2, two],
    ]),
    areas,
    [],
  )[0]!.rooms;
  assert.notEqual(now[0], before[0]);
  assert.equal(now[1], before[1]);
});

test("a room's warmth is not its fridge's", () => {
  const fridge = entity(1, "sensor", {
    temperature: { value: 5, seen: "2026-05-04T18:00:00Z" },
    power: { value: 40 },
  });
  const wall = entity(2, "sensor", { temperature: { value: 21, seen: "2026-05-04T17:00:00Z" } });
  const room = { name: "Kitchen", area: "Kitchen", entities: [fridge, wall] };
  assert.deepEqual(
    climateOf(room).map((one) => one.state.value),
    [21],
  );
});

test("readings are named by what they are where one name stands for several; a low battery is not set aside", () => {
  const meter = entity(1, "sensor", { power: { value: 4 }, energy: { value: 5 }, battery: { value: 3 } });
  const door = entity(2, "binary_sensor", { contact: { value: true }, battery: { value: 90 } });
  const room = { name: "Study", area: "Study", entities: [meter, door] };
  const { shown, upkeep } = readingsIn(room, (capability, value) => capability === "battery" && Number(value) < 10);
  const told = (all: readonly { capability: string; labelled: boolean }[]) =>
    all.map((one) => `${one.capability}${one.labelled ? " labelled" : ""}`);
  assert.deepEqual(told(shown), ["power labelled", "energy labelled", "battery labelled", "contact"]);
  assert.deepEqual(told(upkeep), ["battery labelled"]);
});
