// What there is and how it is: entities, taps on their way, promises.

import type { CapabilityState, Entity, LiveMessage } from "../api/types";
import { type Action, type State, type Tap, tapKey, type TapQuestion } from "./state";

type StateMessage = Extract<LiveMessage, { type: "state" }>;

export function loaded(state: State, action: Extract<Action, { type: "loaded" }>): State {
  const { state: told, now } = action;
  const entities = new Map(
    told.entities.map((entity) => [entity.entity, sameOr(state.entities.get(entity.entity), entity)]),
  );
  const snapshot: State = {
    ...state,
    home: { name: told.name, version: told.version, floors: told.floors, areas: told.areas, people: told.people },
    seq: state.home === null ? action.reached : state.seq, // from then on the stream alone says where it is
    ahead: Date.parse(told.time) - now,
    entities,
    taps: unfulfilled(state.taps, entities),
    tapQuestions: tapQuestions(state, action),
    pledges: told.promises,
  };
  // What is newer than the snapshot came once and does not come again.
  return action.since.reduce(
    (before, message) => (message.type === "state" && message.seq > told.seq ? changed(before, message) : before),
    snapshot,
  );
}

/** Those that the devices do not show yet. */
function unfulfilled(taps: State["taps"], entities: State["entities"]): State["taps"] {
  const left = [...taps].filter(([, tap]) => {
    const told = entities.get(tap.entity)?.states[tap.capability];
    return told !== undefined && !shows(told.value, tap.value);
  });
  return left.length === taps.size ? taps : new Map(left);
}

/** Those that were told, and those that were asked after it. */
function tapQuestions(state: State, action: Extract<Action, { type: "loaded" }>): State["tapQuestions"] {
  const all = new Map([...state.tapQuestions].filter(([, question]) => question.plan > action.state.seq));
  for (const { text, choices, conversation, area = null, plan } of action.questions) {
    const entity = entityOfConversation(conversation);
    if (entity !== null && !all.has(entity)) all.set(entity, { text, choices, conversation, area, plan });
  }
  return all;
}

/** The one that is known already, where nothing differs: a reload must not draw everything anew. */
function sameOr(before: Entity | undefined, now: Entity): Entity {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

/** A page's taps have a conversation of their own each: "page.ENTITY". */
export function tapConversation(conversation: string, entity: number): string {
  return `${conversation}.${entity}`;
}

export function entityOfConversation(conversation: string): number | null {
  const found = /\.(\d+)$/.exec(conversation);
  return found ? Number(found[1]) : null;
}

export function changed(state: State, message: StateMessage): State {
  const entity = state.entities.get(message.entity);
  if (entity === undefined) return state; // newer than what was loaded: a "home" message follows
  const entities = new Map(state.entities).set(entity.entity, withValue(entity, message));
  const key = tapKey(message.entity, message.capability);
  const tap = state.taps.get(key);
  if (tap === undefined || !shows(message.value, tap.value)) return { ...state, entities };
  return { ...state, entities, taps: without(state.taps, key) };
}

function withValue(entity: Entity, message: StateMessage): Entity {
  if (message.capability === "available") return { ...entity, available: message.value !== false };
  const before: CapabilityState = entity.states[message.capability] ?? { value: null, settable: false, sensed: true };
  const since = before.value === message.value && before.since !== undefined ? before.since : message.at;
  const now = { ...before, value: message.value, since, seen: message.at };
  return { ...entity, states: { ...entity.states, [message.capability]: now } };
}

/** Whether a device that reports `told` does what was `wanted`; devices round. */
function shows(told: unknown, wanted: unknown): boolean {
  if (typeof told === "number" && typeof wanted === "number") return Math.abs(told - wanted) <= 2;
  return told === wanted;
}

export function tapped(state: State, tap: Tap): State {
  return {
    ...state,
    taps: new Map(state.taps).set(tapKey(tap.entity, tap.capability), tap),
    tapQuestions: without(state.tapQuestions, tap.entity),
  };
}

/** The reply comes when all is over, so nothing is on its way any more; or the home asks first. */
export function tapReplied(state: State, action: Extract<Action, { type: "tap.reply" }>): State {
  const { tap, reply, conversation, area } = action;
  const over = tapOver(state, tap);
  if (reply.choices.length === 0) return over;
  const question: TapQuestion = { text: reply.text, choices: reply.choices, conversation, area, plan: reply.plan };
  return { ...over, tapQuestions: new Map(state.tapQuestions).set(tap.entity, question) };
}

/** A later tap on the same thing stays on its way. */
export function tapOver(state: State, tap: Tap): State {
  const key = tapKey(tap.entity, tap.capability);
  return state.taps.get(key) === tap ? { ...state, taps: without(state.taps, key) } : state;
}

export function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
