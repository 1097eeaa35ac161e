// What the daemon says, as docs/api.yaml describes it. Times are ISO 8601 in UTC, values in canonical units.

export type Value = null | boolean | number | string;
export type Verdict = "do" | "ask_back" | "offer" | "defer" | "decline";

export interface CapabilityState {
  value: Value;
  settable: boolean;
  sensed: boolean;
  unit?: string;
  low?: number;
  high?: number;
  step?: number;
  options?: string[];
  since?: string;
  seen?: string;
}

export interface Entity {
  entity: number;
  name: string;
  aliases: string[];
  area: string | null;
  kind: string;
  device_class?: string;
  available: boolean;
  tier: "harmless" | "noticeable" | "secure";
  device?: string;
  door?: string;
  states: Record<string, CapabilityState>;
}

export interface Floor {
  name: string;
  level: number;
}
export interface Area {
  name: string;
  aliases: string[];
  floor: string | null;
}
export interface Person {
  name: string;
  role: "owner" | "adult" | "child" | "guest";
}

/** Called Pledge here because Promise is JavaScript's own word. */
export interface Pledge {
  id: number;
  kind: "timer" | "alarm" | "reminder" | "item" | "errand" | "ending";
  about: object;  ///< the phrase that `text` words
  text: string;
  begun: string;
  due?: string;  ///< absent where it waits for something in the home to become so
  recurrence?: string;
  ringing?: boolean;
  seconds?: number;
  paused: boolean;
  remaining_s?: number;
  list?: string;
  area?: string | null;
}

export interface OpenQuestion {
  plan: number;
  trace: number;
  text: string;
  choices: string[];
  conversation: string;
  area?: string | null;
  until: string | null;
}

export interface HomeState {
  name: string;
  version: string;
  language: string;
  seq: number;
  time: string;
  floors: Floor[];
  areas: Area[];
  people: Person[];
  entities: Entity[];
  promises: Pledge[];
  questions: OpenQuestion[];
}

export interface Reply {
  text: string;
  choices: string[];
  plan: number;
  trace: number;
  verdict: Verdict;
  undoable: boolean;
}

export interface Deed {
  sentence: string;
  entity?: number;
  capability?: string;
  outcome: "started" | "done" | "unconfirmed" | "refused" | "failed" | "interrupted" | "undone" | "seen";
  by?: "person" | "by_hand" | "other_automation" | "unknown";
  plan?: number;
  step?: number;
  undoable: boolean;
  at: string;
  why?: number;
}

export interface TimelineItem {
  trace: number;
  seq: number;
  at: string;
  kind: "request" | "tap" | "hand" | "unasked" | "house";
  heard?: { text: string; who?: string; area?: string };
  said: { text: string; at: string }[];
  did: Deed[];
  asked?: { text: string; choices: string[]; plan: number; conversation: string };
  plan?: number;
  verdict?: Verdict;
  undoable?: boolean;
  undone_by?: number;
  undoes?: number;
  why?: number;
}

export interface TimelinePage {
  items: TimelineItem[];
  next: number | null;
  seq: number;
}

export interface Because {
  faculty: string;
  what: string;
  confidence: number;
}
export interface ChainLink {
  id: number;
  kind: string;
  origin: string;
  at: string;
  sentence: string;
  because: Because[];
  from: number[];
}
export interface Explanation {
  about: number;
  sentence: string;
  chain: ChainLink[];
  evidence: { id: number; quote: string }[];
}

export interface DoorHealth {
  name: string;
  connected: boolean;
  detail: string;
  in: number;
  out: number;
  errors: number;
  unusable: string[];
}
export interface Health {
  version: string;
  time: string;
  problems: string[]; ///< what needs somebody's hand, the gravest first
  doors: DoorHealth[];
  house: {
    entries: number;
    waiting: number;
    coalesced: number;
    dropped: number;
    unknown_keys: number;
    faults: number;
    last_fault: string;
  };
  journal: { file: string; written: number; lost: number; bytes: number; ok: boolean; reason: string };
  missing: string;
  nodes: GraphNode[];
}

export interface GraphNode {
  name: string;
  lane: string;
  state: "well" | "failing" | "off";
  count: number;
  errors: number;
  shed: number;
  late: number;
  dropped: number;
  queued: number;
  p50_us: number;
  p99_us: number;
}
export interface GraphEdge {
  from: string;
  to: string;
  from_port?: string;
  to_port?: string;
  type: string;
  capacity: number;
  policy: string;
  count: number;
  queued: number;
  dropped: number;
  coalesced: number;
}
export interface Graph {
  at_ms: number;
  seq: number;
  inbox: { entries: number; waiting: number; coalesced: number; dropped: number };
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export type LiveMessage =
  | { type: "hello"; seq: number; run: number; version: string; name: string; time: string }
  | { type: "state"; seq: number; entity: number; capability: string; value: Value; at: string }
  | { type: "item"; seq: number; item: TimelineItem }
  | { type: "home"; seq: number }
  | { type: "promises"; seq: number }
  | {
      type: "said";
      seq: number;
      text: string;
      choices: string[];
      plan: number;
      trace: number;
      at: string;
      conversation?: string;
      area?: string | null;
    }
  | { type: "restart"; seq: number };
