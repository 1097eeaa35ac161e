// What was said and done, newest first; which reasons are open; what is being taken back.

import type { TimelineItem } from "../api/types";
import { without } from "./home";
import type { Action, Timeline, Why } from "./state";

/** As many as a page keeps: who wants the past reads it in pages, and a tab that stays open for weeks must not grow. */
export const KEPT = 300;

/** `items` with `item` in its place: a newer one of the same trace replaces it, an older one is nothing. */
export function withItem(items: readonly TimelineItem[], item: TimelineItem): readonly TimelineItem[] {
  const at = items.findIndex((one) => one.trace <= item.trace);
  if (at < 0) return [...items, item];
  if (items[at]!.trace === item.trace)
    return items[at]!.seq > item.seq ? items : items.map((one, i) => (i === at ? item : one));
  return [...items.slice(0, at), item, ...items.slice(at)];
}

export function itemCame(timeline: Timeline, item: TimelineItem): Timeline {
  // Older than what is shown: it comes with its page.
  const last = timeline.items.at(-1);
  if (timeline.next !== null && last !== undefined && item.trace < last.trace) return timeline;
  const items = withItem(timeline.items, item);
  if (items.length <= KEPT) return { ...timeline, items };
  const kept = items.slice(0, KEPT);
  return { ...timeline, items: kept, next: kept.at(-1)!.trace };
}

/** `fresh`: the newest page after a start or a gap; older ones are loaded again when asked for. */
export function pageCame(timeline: Timeline, action: Extract<Action, { type: "timeline.page" }>): Timeline {
  const { page, fresh } = action;
  let items: readonly TimelineItem[] = fresh ? [] : timeline.items;
  for (const item of page.items) items = withItem(items, item);
  if (fresh) {
    // What the stream brought while the page was on its way is newer than the page.
    for (const item of timeline.items) if (item.seq > page.seq) items = withItem(items, item);
  }
  return { ...timeline, items, next: page.next, loading: false };
}

export function whyOpened(timeline: Timeline, about: number): Timeline {
  return { ...timeline, whys: new Map(timeline.whys).set(about, { about, explanation: null, error: null }) };
}

export function whyTold(timeline: Timeline, why: Why): Timeline {
  if (!timeline.whys.has(why.about)) return timeline; // closed meanwhile
  return { ...timeline, whys: new Map(timeline.whys).set(why.about, why) };
}

export function whyClosed(timeline: Timeline, about: number): Timeline {
  return { ...timeline, whys: without(timeline.whys, about) };
}

export function undoing(timeline: Timeline, plan: number, on: boolean): Timeline {
  const plans = new Set(timeline.undoing);
  if (on) plans.add(plan);
  else plans.delete(plan);
  return { ...timeline, undoing: plans };
}
