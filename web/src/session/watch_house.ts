// Asks at intervals for what the stream does not carry: health always, the graph while it can be seen.

import { type Client } from "../api/client";
import type { Store } from "../store/store";
import { viewOf } from "../store/graph";

const HEALTH_MS = 5_000;
const GRAPH_MS = 1_000;

/** Nothing is asked while the page is hidden or the daemon is away. */
export class HouseWatch {
  private graphWanted = false;
  private busy = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly client: Client,
    private readonly hidden: () => boolean,
  ) {}

  /** Runs for as long as the page. */
  start(every: (ms: number, deed: () => void) => void): void {
    every(HEALTH_MS, () => this.health());
    every(GRAPH_MS, () => {
      if (this.graphWanted) this.graph();
    });
  }

  /** Whether the graph is on the screen. */
  showGraph(wanted: boolean): void {
    if (wanted && !this.graphWanted) this.graph();
    this.graphWanted = wanted;
  }

  health(): void {
    this.ask("health", async () => this.store.dispatch({ type: "health", health: await this.client.health() }));
  }

  private graph(): void {
    this.ask("graph", async () => {
      const graph = await this.client.graph();
      this.store.dispatch({ type: "graph", graph: viewOf(graph, this.store.state.graph) });
    });
  }

  private ask(what: string, load: () => Promise<void>): void {
    if (this.hidden() || this.store.state.link.phase !== "live" || this.busy.has(what)) return;
    this.busy.add(what);
    // A miss is no news: the stream tells when the daemon is gone, and the next round asks again.
    load()
      .catch(() => undefined)
      .finally(() => this.busy.delete(what));
  }
}
