// All that the page knows, as one immutable value. What did not change keeps its identity, so views compare by `===`.

import type {
  Area,
  Entity,
  Explanation,
  Floor,
  Health,
  HomeState,
  LiveMessage,
  OpenQuestion,
  Person,
  Pledge,
  Reply,
  TimelineItem,
  TimelinePage,
  Value,
} from "../api/types";
import type { GraphView } from "./graph";

/** How the page stands with the daemon. */
export type Link =
  | { phase: "starting" }
  | { phase: "live" }
  | { phase: "away"; retryAt: number | null } ///< null: trying at this moment
  | { phase: "locked"; refused: boolean }; ///< no token, or one that the daemon does not take

export interface Home {
  name: string;
  version: string;
  floors: readonly Floor[];
  areas: readonly Area[];
  people: readonly Person[];
}

/** One line of the talk. `choices` are there only while they can be chosen. */
export interface Line {
  id: number;
  who: "me" | "house";
  text: string;
  at: number;
  waiting: boolean; ///< of mine: no answer yet
  failed: boolean;
  choices: readonly string[];
  conversation: string;
  area: string | null; ///< where it was said: whoever answers stands there, wherever the page is by then
  plan: number | null;
  undoable: boolean;
}

/** What a tap asked for and the device has not yet shown. */
export interface Tap {
  entity: number;
  capability: string;
  value: Exclude<Value, null>;
}

/** What the home asks before it does what a tap wanted. */
export interface TapQuestion {
  text: string;
  choices: readonly string[];
  conversation: string;
  area: string | null; ///< as of a Line
  plan: number;
}

/** A word in passing: what became of a tap or an undo, or what the house says unasked. */
export interface Notice {
  id: number;
  text: string;
  tone: "plain" | "bad" | "call";
  plan: number | null;
  undoable: boolean;
  choices: readonly string[];
  conversation: string;
  area: string | null; ///< as of a Line
}

export interface Why {
  about: number;
  explanation: Explanation | null;
  error: string | null;
}

export interface Timeline {
  items: readonly TimelineItem[]; ///< newest first
  next: number | null; ///< for the next older page; null at the beginning of the journal
  loading: boolean;
  whys: ReadonlyMap<number, Why>; ///< those that are open, by message
  undoing: ReadonlySet<number>; ///< plans whose undoing was asked for
}

export interface State {
  link: Link;
  updated: boolean; ///< the daemon came back as another version than this page's
  home: Home | null;
  seq: number; ///< the greatest that has arrived
  ahead: number; ///< how far the daemon's clock is ahead of the browser's, in ms
  entities: ReadonlyMap<number, Entity>;
  taps: ReadonlyMap<string, Tap>; ///< by tapKey
  tapQuestions: ReadonlyMap<number, TapQuestion>;
  pledges: readonly Pledge[];
  lines: readonly Line[];
  timeline: Timeline;
  notices: readonly Notice[];
  health: Health | null;
  graph: GraphView | null;
}

export function tapKey(entity: number, capability: string): string {
  return `${entity}/${capability}`;
}

export type Action =
  | { type: "link"; link: Link }
  /** `reached`: where the stream has to begin, if it has not. `since`: what the stream brought while it was on its way. */
  | {
      type: "loaded";
      state: HomeState;
      questions: readonly OpenQuestion[];
      reached: number;
      since: readonly LiveMessage[];
      now: number;
    }
  | { type: "live"; message: LiveMessage; now: number }
  | { type: "pledges"; pledges: Pledge[] }
  | { type: "timeline.loading" }
  | { type: "timeline.page"; page: TimelinePage; fresh: boolean }
  | { type: "timeline.failed" }
  | { type: "why.open"; about: number }
  | { type: "why.close"; about: number }
  | { type: "why.told"; why: Why }
  | { type: "undo.asked"; plan: number }
  | { type: "undo.over"; plan: number }
  | { type: "talk.said"; id: number; text: string; at: number; conversation: string; area: string | null }
  | { type: "talk.reply"; to: number; reply: Reply; at: number; conversation: string; area: string | null }
  | { type: "talk.failed"; to: number; message: string; at: number }
  | { type: "tap"; tap: Tap }
  | { type: "tap.reply"; tap: Tap; reply: Reply; conversation: string; area: string | null }
  | { type: "tap.failed"; tap: Tap }
  | { type: "tap.answered"; entity: number }
  | { type: "notice"; notice: Notice }
  | { type: "notice.gone"; id: number }
  | { type: "health"; health: Health }
  | { type: "graph"; graph: GraphView };

export const EMPTY: State = {
  link: { phase: "starting" },
  updated: false,
  home: null,
  seq: 0,
  ahead: 0,
  entities: new Map(),
  taps: new Map(),
  tapQuestions: new Map(),
  pledges: [],
  lines: [],
  timeline: { items: [], next: null, loading: false, whys: new Map(), undoing: new Set() },
  notices: [],
  health: null,
  graph: null,
};
