// The rooms and devices of the mock home, and its engine.
import type { Area, CapabilityState, Entity, Floor, GraphEdge, GraphNode, Value } from "../src/api/types";

export const FLOORS: Floor[] = [
  { name: "Ground floor", level: 0 },
  { name: "Upstairs", level: 1 },
];
export const AREAS: Area[] = [
  ["Living room", "Ground floor"],
  ["Kitchen", "Ground floor"],
  ["Hallway", "Ground floor"],
  ["Bedroom", "Upstairs"],
  ["Study", "Upstairs"],
  ["Bathroom", "Upstairs"],
  ["Garden", null],
].map(([name, floor]) => ({ name: name!, aliases: [], floor: floor ?? null }));

type States = Record<string, Partial<CapabilityState> & { value: Value }>;

const set = (value: Value, more: Partial<CapabilityState> = {}) => ({ value, settable: true, ...more });
const percent = { unit: "%", low: 0, high: 100, step: 1 };
const dimmable = (on: boolean, level: number): States => ({ on_off: set(on), brightness: set(level, percent) });
const sensor = (capability: string, value: Value, unit?: string): States => ({
  [capability]: unit === undefined ? { value } : { value, unit },
});

let next = 1;
function thing(area: string | null, name: string, kind: string, states: States, more: Partial<Entity> = {}): Entity {
  const seen = new Date(Date.now() - 1000 * (3 + next * next * 7)).toISOString();
  const full = Object.entries(states).map(([capability, state]) => [
    capability,
    { settable: false, sensed: true, since: seen, seen, ...state },
  ]);
  return {
    entity: next++,
    name,
    aliases: [],
    area,
    kind,
    available: true,
    tier: "harmless",
    device: name,
    door: "demo",
    states: Object.fromEntries(full),
    ...more,
  };
}

export function entities(): Entity[] {
  next = 1;
  return [
    thing("Living room", "Desk lamp", "light", dimmable(true, 40)),
    thing("Living room", "Floor lamp", "light", {
      ...dimmable(false, 70),
      color_temperature: set(2700, { unit: "K" }),
    }),
    thing("Living room", "Ceiling light", "light", dimmable(true, 100)),
    thing("Living room", "TV", "switch", { on_off: set(true), power: { value: 64.2, unit: "W" } }),
    thing("Living room", "Blinds", "cover", { position: set(60, percent) }),
    thing("Living room", "Thermometer", "sensor", sensor("temperature", 21.4, "°C")),
    thing("Living room", "Hygrometer", "sensor", sensor("humidity", 46, "%")),
    thing("Living room", "Air", "sensor", sensor("carbon_dioxide", 712, "ppm")),
    thing("Kitchen", "Kitchen light", "light", dimmable(false, 80)),
    thing("Kitchen", "Coffee machine", "switch", { on_off: set(false), power: { value: 0.4, unit: "W" } }),
    thing("Kitchen", "Fridge", "sensor", { ...sensor("temperature", 5.1, "°C"), ...sensor("power", 48, "W") }),
    thing("Kitchen", "Smoke alarm", "binary_sensor", { ...sensor("smoke", false), ...sensor("battery", 83, "%") }),
    thing("Kitchen", "Leak sensor", "binary_sensor", sensor("moisture", false)),
    thing("Hallway", "Front door", "lock", { lock: set(true) }, { tier: "secure" }),
    thing("Hallway", "Hallway light", "light", dimmable(false, 30)),
    thing("Hallway", "Door contact", "binary_sensor", { ...sensor("contact", false), ...sensor("battery", 7, "%") }),
    thing("Hallway", "Motion sensor", "binary_sensor", {
      ...sensor("occupancy", true),
      ...sensor("illuminance", 42, "lx"),
      ...sensor("battery", 64, "%"),
      ...sensor("signal_quality", 75),
    }),
    thing("Bedroom", "Bedside lamp", "light", dimmable(false, 20)),
    thing("Bedroom", "Thermostat", "climate", {
      target_temperature: set(20.5, { unit: "°C", low: 5, high: 30, step: 0.5 }),
      temperature: { value: 19.8, unit: "°C" },
      thermostat_mode: set("heat", { options: ["off", "heat", "auto"] }),
      thermostat_action: { value: "heating" },
    }),
    thing("Bedroom", "Window", "binary_sensor", sensor("contact", true)),
    thing("Study", "Study lamp", "light", dimmable(true, 75)),
    thing("Study", "Fan", "fan", { on_off: set(true), speed: set(35, percent) }),
    thing("Study", "Printer", "switch", { on_off: set(false) }, { available: false }),
    thing("Study", "Evening scene", "scene", { scene: set(null, { sensed: false }) }),
    thing("Bathroom", "Mirror light", "light", dimmable(false, 90)),
    thing("Bathroom", "Bath humidity", "sensor", sensor("humidity", 58, "%")),
    thing("Bathroom", "Fan mode", "select", { option: set("auto", { options: ["auto", "boost", "night"] }) }),
    thing(
      "Garden",
      "Garage door",
      "cover",
      { position: set(0, percent) },
      { tier: "secure", device_class: "garage" },
    ),
    thing("Garden", "Weather", "sensor", {
      ...sensor("temperature", -1.2, "°C"),
      ...sensor("illuminance", 8200, "lx"),
    }),
    thing(null, "Meter", "sensor", { ...sensor("power", 431, "W"), ...sensor("energy", 1834.72, "kWh") }),
  ];
}

const node = (name: string, lane: string, p50: number, p99: number): GraphNode => ({
  name,
  lane,
  state: "well",
  count: 0,
  errors: 0,
  shed: 0,
  late: 0,
  dropped: 0,
  queued: 0,
  p50_us: p50,
  p99_us: p99,
});

export function graphNodes(): GraphNode[] {
  return [
    node("source.Observation", "source", 0, 0),
    node("source.Utterance", "source", 0, 0),
    node("source.LaneReturn", "source", 0, 0),
    node("source.Receipt", "source", 0, 0),
    node("source.ClockStep", "source", 0, 0),
    node("sense.attribution", "house", 1.2, 4.8),
    node("understand", "interactive", 96, 640),
    node("answer.home", "house", 2.1, 18),
    node("answer.why", "interactive", 210, 1800),
    node("decide", "house", 14, 92),
    node("act.runner", "house", 3.4, 21),
    node("act.promises", "house", 0.9, 3.2),
    node("door.demo", "source", 0, 0),
    node("door.control", "source", 0, 0),
  ];
}

/** `share`: how many of a hundred observations also pass here. */
export const EDGES: readonly { from: string; to: string; type: string; share: number; capacity: number }[] = [
  ["source.Observation", "sense.attribution", "Observation", 100, 0],
  ["source.Observation", "decide", "Observation", 100, 0],
  ["source.Observation", "act.runner", "Observation", 100, 0],
  ["source.Utterance", "understand", "Utterance", 4, 32],
  ["understand", "answer.home", "Meaning", 4, 0],
  ["understand", "answer.why", "Meaning", 4, 32],
  ["understand", "decide", "Meaning", 4, 0],
  ["answer.home", "decide", "Answer", 4, 0],
  ["answer.why", "decide", "Answer", 4, 0],
  ["source.LaneReturn", "decide", "LaneReturn", 8, 0],
  ["decide", "act.runner", "Plan", 5, 0],
  ["source.Receipt", "act.runner", "Receipt", 5, 0],
  ["act.runner", "act.promises", "Outcome", 9, 0],
  ["source.ClockStep", "act.promises", "ClockStep", 0, 0],
  ["act.promises", "decide", "Proposal", 1, 0],
].map(([from, to, type, share, capacity]) => ({
  from: String(from),
  to: String(to),
  type: String(type),
  share: Number(share),
  capacity: Number(capacity),
}));

export function edge(of: (typeof EDGES)[number], count: number): GraphEdge {
  const { from, to, type, capacity } = of;
  return {
    from,
    to,
    type,
    capacity,
    policy: capacity > 0 ? "drop_oldest" : "call",
    count,
    queued: 0,
    dropped: 0,
    coalesced: 0,
  };
}
