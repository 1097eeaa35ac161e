// The one function by which the page's state changes. Pure: the same state and action give the same state.

import type { LiveMessage } from "../api/types";
import * as home from "./home";
import type { Action, Link, State } from "./state";
import * as talk from "./talk";
import * as timeline from "./timeline";

const NOTICES_KEPT = 4;

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "link":
      return linked(state, action.link);
    case "loaded": {
      const now = home.loaded(state, action);
      const asked = action.questions.filter((question) => home.entityOfConversation(question.conversation) === null);
      return { ...now, lines: talk.reopened(state.lines, asked, action.now + now.ahead) };
    }
    case "live":
      return live(state, action.message, action.now);
    case "pledges":
      return { ...state, pledges: action.pledges };
    case "talk.said":
      return { ...state, lines: talk.said(state.lines, action) };
    case "talk.reply":
      return { ...state, lines: talk.replied(state.lines, action) };
    case "talk.failed":
      return { ...state, lines: talk.failed(state.lines, action) };
    case "tap":
      return home.tapped(state, action.tap);
    case "tap.reply":
      return home.tapReplied(state, action);
    case "tap.failed":
      return home.tapOver(state, action.tap);
    case "tap.answered":
      return { ...state, tapQuestions: home.without(state.tapQuestions, action.entity) };
    case "notice":
      return { ...state, notices: [...state.notices.slice(-(NOTICES_KEPT - 1)), action.notice] };
    case "notice.gone":
      return { ...state, notices: state.notices.filter((notice) => notice.id !== action.id) };
    case "health":
      return { ...state, health: action.health };
    case "graph":
      return { ...state, graph: action.graph };
    default:
      return past(state, action);
  }
}

type PastAction = Extract<Action, { type: `timeline.${string}` | `why.${string}` | `undo.${string}` }>;

function past(state: State, action: PastAction): State {
  const before = state.timeline;
  switch (action.type) {
    case "timeline.loading":
      return { ...state, timeline: { ...before, loading: true } };
    case "timeline.failed":
      return { ...state, timeline: { ...before, loading: false } };
    case "timeline.page":
      return { ...state, timeline: timeline.pageCame(before, action) };
    case "why.open":
      return { ...state, timeline: timeline.whyOpened(before, action.about) };
    case "why.told":
      return { ...state, timeline: timeline.whyTold(before, action.why) };
    case "why.close":
      return { ...state, timeline: timeline.whyClosed(before, action.about) };
    case "undo.asked":
      return { ...state, timeline: timeline.undoing(before, action.plan, true) };
    case "undo.over":
      return { ...state, timeline: timeline.undoing(before, action.plan, false) };
  }
}

/** Taps that were on their way when the daemon went may or may not have arrived: the devices will tell. */
function linked(state: State, link: Link): State {
  const taps = link.phase === "away" && state.taps.size > 0 ? new Map() : state.taps;
  return { ...state, link, taps };
}

function live(before: State, message: LiveMessage, now: number): State {
  const state = message.seq > before.seq || message.type === "restart" ? { ...before, seq: message.seq } : before;
  switch (message.type) {
    case "hello": {
      const updated = state.home !== null && state.home.version !== message.version;
      // The newest entry is still to come where the stream goes on from an older one.
      return { ...state, seq: before.seq, ahead: Date.parse(message.time) - now, updated: state.updated || updated };
    }
    case "state":
      return home.changed(state, message);
    case "item": {
      const { item } = message;
      const lines =
        item.undone_by !== undefined && item.plan !== undefined ? talk.undone(state.lines, item.plan) : state.lines;
      return { ...state, timeline: timeline.itemCame(state.timeline, item), lines };
    }
    case "said":
      return { ...state, lines: talk.unasked(state.lines, message) };
    case "restart":
      // Perhaps another journal: nothing that was read of it before counts. The session loads it anew.
      return { ...state, timeline: { ...state.timeline, items: [], next: null, loading: true, whys: new Map() } };
    case "home":
    case "promises":
      return state; // the session loads what they name
  }
}
