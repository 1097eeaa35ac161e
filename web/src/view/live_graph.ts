// <hearth-graph>: the engine at work: its nodes by lane, what flows between them, and how each is doing.
import { LitElement, css, html, nothing, type PropertyValues } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { type LaidNode, type Layout, layOut } from "../graph/layout";
import { drawnEdges, type GraphView, type NodeView } from "../store/graph";
import { countText, laneWord, microsText, nodeWord, rateText } from "../words/engine";
import { GraphCanvas } from "./graph_canvas";
import { basics, card } from "./shared_styles";

class LiveGraph extends LitElement {
  static override styles = [
    basics,
    card,
    css`
    header {
      align-items: baseline; display: flex; flex-wrap: wrap; gap: 2px 14px; justify-content: space-between;
      margin-bottom: 12px;
    }
    header p { color: var(--soft); font-size: .9rem; }
    .stage { position: relative; }
    canvas, .band, .node { left: 0; position: absolute; top: 0; }
    canvas { pointer-events: none; }
    .band {
      border: 1px dashed var(--line); border-radius: 12px; color: var(--soft); font-size: .75rem;
      padding: 6px 12px;
    }
    .node {
      background: var(--card); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow);
      font-size: .76rem; line-height: 1.35; overflow: hidden; padding: 6px 9px;
    }
    .node.door {
      align-items: center; background: var(--sunk); display: flex; justify-content: space-between;
      padding: 4px 10px;
    }
    .node.busy { border-color: var(--glow-line); }
    .node.failing, .node.off { border: 2px solid var(--bad); }
    .title {
      align-items: center; display: flex; font-size: .84rem; font-weight: 650; gap: 6px;
      justify-content: space-between;
    }
    .title span:first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .health { background: var(--well); border-radius: 50%; flex: none; height: 8px; width: 8px; }
    .failing .health, .off .health { background: var(--bad); border-radius: 1px; }
    dl { display: grid; font-variant-numeric: tabular-nums; gap: 0 8px; grid-template-columns: auto 1fr; }
    dt { color: var(--soft); }
    dd { text-align: right; }
    .door .title { font-size: .78rem; min-width: 0; }
    .door .rate { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
    details { margin-top: 14px; }
    summary { color: var(--soft); cursor: pointer; }
    .scroll { overflow-x: auto; }
    table {
      border-collapse: collapse; font-size: .84rem; font-variant-numeric: tabular-nums; margin-top: 8px;
      width: 100%;
    }
    caption { font-weight: 600; padding: 6px 0; text-align: left; }
    th, td { border-bottom: 1px solid var(--line); padding: 3px 10px 3px 0; text-align: right; white-space: nowrap; }
    th:first-child, td:first-child, .word { text-align: left; }
    .lane { color: var(--soft); font-size: .72rem; font-weight: 400; }
  `,
  ];
  static override properties = {
    graph: { attribute: false },
    show: { attribute: false },
    width: { state: true },
    open: { state: true },
  };
  declare graph: GraphView | null;
  declare show: (visible: boolean) => void; ///< told whether figures are wanted
  declare width: number;
  declare open: boolean; ///< the tables

  private canvas: GraphCanvas | null = null;
  private shape = "";
  private laid: Layout | null = null;
  private readonly resized = new ResizeObserver(([entry]) => {
    this.width = Math.floor(entry!.contentRect.width);
  });
  private readonly seen = new IntersectionObserver(
    ([entry]) => {
      this.show(entry!.isIntersecting);
      this.canvas?.see(entry!.isIntersecting);
    },
    { rootMargin: "80px" },
  );
  private readonly calm = matchMedia("(prefers-reduced-motion: reduce)");
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private readonly recolour = () => this.canvas?.recolour();

  constructor() {
    super();
    this.width = 0;
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dark.addEventListener("change", this.recolour);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dark.removeEventListener("change", this.recolour);
    this.resized.disconnect();
    this.seen.disconnect();
    this.canvas?.stop();
  }

  protected override firstUpdated(): void {
    const stage = this.renderRoot.querySelector<HTMLElement>(".stage")!;
    this.resized.observe(stage);
    this.seen.observe(stage);
    this.canvas = new GraphCanvas(this.renderRoot.querySelector("canvas")!, () => this.calm.matches);
    this.canvas.recolour();
  }

  /** Anew only when nodes, edges or the width changed, not with every figure. */
  private layout(): Layout | null {
    const { graph, width } = this;
    if (graph === null || width === 0) return null;
    const names = graph.nodes.map((node) => node.name).join();
    const shape = `${width} ${names} ${graph.edges.map((edge) => edge.id).join()}`;
    if (shape !== this.shape || this.laid === null) {
      this.shape = shape;
      this.laid = layOut(graph.nodes.map(laidNode), drawnEdges(graph), width);
    }
    return this.laid;
  }

  protected override render() {
    const layout = this.layout();
    const { graph } = this;
    const trouble = graph?.inbox.dropped ? ` · ${countText(graph.inbox.dropped)} dropped at the door` : "";
    return html`<section class="card" aria-labelledby="title">
      <header><h2 id="title">The engine</h2>
        <p>${
          graph === null
            ? ""
            : `${rateText(graph.rate)} entries a second · ${countText(graph.inbox.entries)} so far · ${
                graph.inbox.waiting
              } waiting${trouble}`
        }</p></header>
      <div class=${layout?.across === false ? "stage narrow" : "stage"}>
        <canvas aria-hidden="true"></canvas>
        ${
          layout === null
            ? html`<p class="soft">Waiting for the first figures …</p>`
            : html`
          ${layout.bands.map((band) => html`<div class="band">${laneWord(band.lane)}</div>`)}
          ${repeat(
            graph!.nodes,
            (node) => node.name,
            (node) => this.node(node, layout.across),
          )}`
        }
      </div>
      ${graph === null ? nothing : this.tables(graph)}
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { laid, graph } = this;
    if (laid === null || graph === null || this.canvas === null) return;
    const stage = this.renderRoot.querySelector<HTMLElement>(".stage")!;
    if (stage.dataset["shape"] !== this.shape) {
      stage.dataset["shape"] = this.shape;
      stage.style.height = `${laid.height}px`;
      this.renderRoot
        .querySelectorAll<HTMLElement>(".band")
        .forEach((element, index) => put(element, laid.bands[index]!));
      this.renderRoot.querySelectorAll<HTMLElement>(".node").forEach((element, index) => {
        put(element, laid.boxes.get(graph.nodes[index]!.name)!);
      });
      this.canvas.place(laid, drawnEdges(graph));
    } else if (changed.has("graph")) {
      this.canvas.tell(drawnEdges(graph));
    }
  }

  private node(node: NodeView, across: boolean) {
    const classes = ["node", node.state, node.rate > 0.05 && "busy", sideOf(node.name) && "door"]
      .filter(Boolean)
      .join(" ");
    if (sideOf(node.name) !== undefined) {
      return html`<div class=${classes} role="group" aria-label=${node.name}><span
        class="title"><span>${nodeWord(node.name)}</span></span>
        <span class="rate">${rateText(node.rate)}/s</span></div>`;
    }
    const lost = node.shed + node.late + node.dropped;
    return html`<div class=${classes} role="group" aria-label=${node.name}>
      <div class="title">
          <span>${nodeWord(node.name)}${across ? nothing : html` <span class="lane">${node.lane}</span>`}</span>
        <span class="health" role="img" aria-label=${node.state} title=${node.state}></span></div>
      <dl>
        <dt>rate</dt><dd>${rateText(node.rate)}/s</dd>
        <dt>p50</dt><dd>${microsText(node.p50_us)}</dd>
        <dt>p99</dt><dd>${microsText(node.p99_us)}</dd>
        <dt>queue · shed</dt><dd><span class=${node.queued > 0 ? "bad" : ""}>${node.queued}</span> ·
          <span class=${node.troubled > 0 ? "bad" : ""}>${countText(lost)}</span>${
            node.errors > 0 ? html` · <span class="bad">${countText(node.errors)} err</span>` : ""
          }</dd>
      </dl></div>`;
  }

  private tables(graph: GraphView) {
    const toggle = (event: Event) => {
      this.open = (event.target as HTMLDetailsElement).open;
    };
    return html`<details @toggle=${toggle}><summary>All figures as tables</summary>${
      !this.open
        ? nothing
        : html`<div class="scroll">
      <table><caption>Nodes</caption><thead><tr><th>Node</th><th class="word">Lane</th><th
        class="word">Health</th><th>Handled</th><th>a second</th>
        <th>p50</th><th>p99</th><th>Queued</th><th>Shed</th><th>Late</th><th>Dropped</th><th>Errors</th></tr></thead>
        <tbody>
        ${graph.nodes.map(
          (
            node,
          ) => html`<tr><td>${node.name}</td><td class="word">${node.lane}</td><td class="word">${node.state}</td>
          <td>${countText(node.count)}</td><td>${rateText(node.rate)}</td>
          <td>${microsText(node.p50_us)}</td><td>${microsText(node.p99_us)}</td>
          <td>${node.queued}</td><td>${node.shed}</td><td>${node.late}</td><td>${node.dropped}</td>
          <td>${node.errors}</td></tr>`,
        )}
      </tbody></table>
      <table><caption>Edges</caption><thead><tr><th>From</th><th class="word">To</th><th
        class="word">Carries</th><th>Passed</th><th>a second</th>
        <th>Queued</th><th>of</th><th>Dropped</th><th>Joined</th></tr></thead><tbody>
        ${graph.edges.map(
          (edge) => html`<tr><td>${edge.from}</td><td class="word">${edge.to}</td><td class="word">${edge.type}</td>
          <td>${countText(edge.count)}</td><td>${rateText(edge.rate)}</td><td>${edge.queued}</td>
          <td>${edge.capacity || "–"}</td>
          <td>${edge.dropped}</td><td>${edge.coalesced}</td></tr>`,
        )}
      </tbody></table></div>`
    }</details>`;
  }
}

function sideOf(name: string): "in" | "out" | undefined {
  return name.startsWith("source.") ? "in" : name.startsWith("door.") ? "out" : undefined;
}

function laidNode(node: NodeView): LaidNode {
  return { name: node.name, lane: node.lane, side: sideOf(node.name) };
}

/** By script, because the page's policy allows no style attribute. */
function put(element: HTMLElement, box: { x: number; y: number; width: number; height: number }): void {
  element.style.transform = `translate(${box.x}px, ${box.y}px)`;
  element.style.width = `${box.width}px`;
  element.style.height = `${box.height}px`;
}

customElements.define("hearth-graph", LiveGraph);
