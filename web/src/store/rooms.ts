// The entities as a person looks for them: by floor and room, what can be used before what can be read.

import type { Area, CapabilityState, Entity, Floor, Value } from "../api/types";

export type TileKind = "light" | "switch" | "cover" | "climate" | "lock" | "fan" | "scene" | "setting";

/** One figure or word that a sensor tells. */
export interface Reading {
  entity: Entity;
  capability: string;
  state: CapabilityState;
}

export interface Room {
  name: string;
  /** As the daemon knows it; null for what stands nowhere in particular. */
  area: string | null;
  entities: readonly Entity[];
}

export interface Storey {
  name: string | null;
  rooms: readonly Room[];
}

/** Readings that concern the device rather than the home. */
const UPKEEP = new Set([
  "battery",
  "battery_low",
  "signal_quality",
  "voltage",
  "current",
  "connected",
  "tamper",
  "available",
]);
/** What stands in a room's heading, in this order. */
const CLIMATE = ["temperature", "humidity", "carbon_dioxide"];

/** How an entity is used; null: it is only read. */
export function tileKind(entity: Entity): TileKind | null {
  const can = (capability: string) => entity.states[capability]?.settable === true;
  if (can("lock")) return "lock";
  if (can("target_temperature")) return "climate";
  if (entity.kind === "cover" && (can("position") || can("on_off"))) return "cover";
  if (can("position")) return "cover";
  if (entity.kind === "fan" || can("speed")) return "fan";
  if (entity.kind === "light" || can("brightness")) return "light";
  if (can("scene") || (entity.kind === "button" && can("press"))) return "scene";
  if (can("on_off")) return "switch";
  if (can("option") || can("level")) return "setting";
  return null;
}

/** What is read off an entity; of one with a tile, only what the tile does not show. */
export function readingsOf(entity: Entity): Reading[] {
  const kind = tileKind(entity);
  const all: Reading[] = [];
  for (const [capability, state] of Object.entries(entity.states)) {
    if (!state.sensed || capability === "available") continue;
    if (kind !== null && (state.settable || !UPKEEP.has(capability))) continue;
    all.push({ entity, capability, state });
  }
  return all;
}

/** A reading, and whether its entity's name alone does not say which. */
export interface LabelledReading extends Reading {
  labelled: boolean;
}

/** What a room shows at once, and what concerns its devices only; of those, what is `alarming` is shown too. */
export function readingsIn(
  room: Room,
  alarming: (capability: string, value: Value) => boolean,
): { shown: LabelledReading[]; upkeep: LabelledReading[] } {
  const shown: LabelledReading[] = [];
  const upkeep: LabelledReading[] = [];
  for (const entity of room.entities) {
    const readings = readingsOf(entity);
    const several = readings.filter((one) => !UPKEEP.has(one.capability)).length > 1;
    for (const one of readings) {
      const aside = UPKEEP.has(one.capability);
      const to = aside && !alarming(one.capability, one.state.value) ? upkeep : shown;
      to.push({ ...one, labelled: aside || several });
    }
  }
  return { shown, upkeep };
}

/** The freshest reading of each of CLIMATE in a room. A thermostat counts; a fridge does not, its warmth is its own. */
export function climateOf(room: Room): Reading[] {
  return CLIMATE.flatMap((capability) => {
    let best: Reading | null = null;
    for (const entity of room.entities) {
      const state = entity.states[capability];
      if ("power" in entity.states || ("on_off" in entity.states && entity.kind !== "climate")) continue;
      if (state === undefined || typeof state.value !== "number" || !entity.available) continue;
      if (best === null || (state.seen ?? "") > (best.state.seen ?? "")) best = { entity, capability, state };
    }
    return best === null ? [] : [best];
  });
}

/** Groups entities; a room in which nothing changed keeps its identity, so that it is not drawn anew. */
export class RoomGrouper {
  private before = new Map<string, Room>();
  private last: { entities: unknown; areas: unknown; floors: unknown; storeys: readonly Storey[] } | null = null;

  group(entities: ReadonlyMap<number, Entity>, areas: readonly Area[], floors: readonly Floor[]): readonly Storey[] {
    const { last } = this;
    if (last !== null && last.entities === entities && last.areas === areas && last.floors === floors)
      return last.storeys;
    const byArea = new Map<string | null, Entity[]>();
    for (const entity of entities.values()) {
      const there = byArea.get(entity.area);
      if (there) there.push(entity);
      else byArea.set(entity.area, [entity]);
    }
    const storeys: Storey[] = [];
    const names: (string | null)[] = [
      ...[...floors].sort((a, b) => a.level - b.level).map((floor) => floor.name),
      null,
    ];
    for (const floor of names) {
      const rooms = areas
        .filter((area) => area.floor === floor && byArea.has(area.name))
        .map((area) => this.room(area.name, area.name, byArea.get(area.name)!));
      if (floor === null && byArea.has(null)) rooms.push(this.room("Elsewhere", null, byArea.get(null)!));
      if (rooms.length > 0) storeys.push({ name: floor, rooms });
    }
    this.last = { entities, areas, floors, storeys };
    return storeys;
  }

  private room(name: string, area: string | null, entities: Entity[]): Room {
    const key = area ?? "";
    const old = this.before.get(key);
    if (old && old.entities.length === entities.length && old.entities.every((entity, i) => entity === entities[i]))
      return old;
    const fresh = { name, area, entities };
    this.before.set(key, fresh);
    return fresh;
  }
}
