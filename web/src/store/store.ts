// Holds the state and tells whoever watches, at most once a frame: two hundred messages a second are sixty drawings.

import { reduce } from "./reduce";
import { type Action, EMPTY, type State } from "./state";

/** Calls `deed` once, soon: at the next frame, or without one when the page is hidden. */
export type Soon = (deed: () => void) => void;

export class Store {
  private now: State = EMPTY;
  private readonly watchers = new Set<() => void>();
  private scheduled = false;

  constructor(private readonly soon: Soon) {}

  get state(): State {
    return this.now;
  }

  dispatch(action: Action): void {
    const next = reduce(this.now, action);
    if (next === this.now) return;
    this.now = next;
    if (this.scheduled) return;
    this.scheduled = true;
    this.soon(() => {
      this.scheduled = false;
      for (const watcher of this.watchers) watcher();
    });
  }

  /** `watcher` is called after changes until the returned function is. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}

/** Frames stand still in a hidden page, timers do not. */
export const frame: Soon = (deed) => {
  if (document.hidden) window.setTimeout(deed, 200);
  else requestAnimationFrame(deed);
};
