// The daemon's time as the page shows it, and one tick a second for all that counts.

type Watcher = () => void;

/** One for the page. `ahead` is kept by main.ts. */
class HouseClock {
  ahead = 0;
  private readonly watchers = new Set<Watcher>();
  private timer: number | null = null;

  now(): number {
    return Date.now() + this.ahead;
  }

  /** Called every second until the returned function is. */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    this.timer ??= window.setInterval(() => this.watchers.forEach((one) => one()), 1000);
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size > 0 || this.timer === null) return;
      window.clearInterval(this.timer);
      this.timer = null;
    };
  }
}

export const houseClock = new HouseClock();
