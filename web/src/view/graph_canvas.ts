// Draws the edges of the live graph and what moves along them. One canvas, thirty frames a second at most, none while
// nothing moves or nobody can see it.

import { along, type Curve, type Layout, lengthOf } from "../graph/layout";
import { advance, dotSize, type Movement, still } from "../graph/movement";
import type { EdgeView } from "../store/graph";

const FRAME_MS = 33;

interface Strand {
  curve: Curve;
  path: Path2D;
  movement: Movement;
  crowded: boolean; ///< something waits or was dropped on it
}

interface Colours {
  line: string;
  dot: string;
  bad: string;
}

export class GraphCanvas {
  private readonly context: CanvasRenderingContext2D;
  private strands = new Map<string, Strand>();
  private layout: Layout | null = null;
  private colours: Colours = { line: "", dot: "", bad: "" };
  private request: number | null = null;
  private last = 0;
  private seen = false;

  /** `calm`: whether movement is unwelcome (prefers-reduced-motion). */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly calm: () => boolean,
  ) {
    this.context = canvas.getContext("2d")!;
  }

  place(layout: Layout, edges: readonly EdgeView[]): void {
    this.layout = layout;
    const scale = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(layout.width * scale);
    this.canvas.height = Math.round(layout.height * scale);
    this.canvas.style.width = `${layout.width}px`;
    this.canvas.style.height = `${layout.height}px`;
    this.context.setTransform(scale, 0, 0, scale, 0, 0);
    const before = this.strands;
    this.strands = new Map();
    edges.forEach((edge, index) => {
      const curve = layout.curves[index];
      if (!curve) return;
      const path = new Path2D();
      path.moveTo(curve[0], curve[1]);
      path.bezierCurveTo(curve[2], curve[3], curve[4], curve[5], curve[6], curve[7]);
      const movement = { ...still(lengthOf(curve)), dots: before.get(edge.id)?.movement.dots ?? [] };
      this.strands.set(edge.id, { curve, path, movement, crowded: false });
    });
    this.tell(edges);
  }

  tell(edges: readonly EdgeView[]): void {
    for (const edge of edges) {
      const strand = this.strands.get(edge.id);
      if (!strand) continue;
      strand.movement.rate = edge.rate;
      strand.crowded = edge.queued > 0;
    }
    this.draw();
    this.wake();
  }

  /** Whether it is on the screen. */
  see(seen: boolean): void {
    this.seen = seen;
    this.wake();
  }

  /** After a change of light and dark. */
  recolour(): void {
    const style = getComputedStyle(this.canvas);
    const of = (name: string) => style.getPropertyValue(name).trim();
    this.colours = { line: of("--edge"), dot: of("--ember"), bad: of("--bad") };
    this.draw();
  }

  stop(): void {
    if (this.request !== null) cancelAnimationFrame(this.request);
    this.request = null;
  }

  private wake(): void {
    if (!this.seen || this.calm()) {
      this.stop();
      return;
    }
    if (this.request !== null) return;
    this.last = performance.now();
    this.request = requestAnimationFrame((now) => this.frame(now));
  }

  private frame(now: number): void {
    this.request = null;
    if (now - this.last >= FRAME_MS - 4) {
      const seconds = (now - this.last) / 1000;
      this.last = now;
      let moving = false;
      for (const strand of this.strands.values()) moving = advance(strand.movement, seconds) || moving;
      this.draw();
      if (!moving) return; // until the next figures
    }
    if (this.seen && !this.calm()) this.request = requestAnimationFrame((next) => this.frame(next));
  }

  private draw(): void {
    const { context, layout } = this;
    if (layout === null) return;
    context.clearRect(0, 0, layout.width, layout.height);
    for (const { path, movement, crowded } of this.strands.values()) {
      const flows = movement.rate > 0 || movement.dots.length > 0;
      context.strokeStyle = crowded ? this.colours.bad : this.colours.line;
      context.globalAlpha = crowded ? 0.9 : flows ? 0.7 : 0.3;
      // Heavier where more flows: the one sign of it where nothing may move.
      context.lineWidth = 1.2 + (flows ? Math.min(2.6, Math.log10(1 + movement.rate)) : 0);
      context.stroke(path);
    }
    context.globalAlpha = 1;
    context.fillStyle = this.colours.dot;
    if (this.calm()) return;
    for (const { curve, movement } of this.strands.values()) {
      const size = dotSize(movement.rate);
      for (const t of movement.dots) {
        const [x, y] = along(curve, t);
        context.beginPath();
        context.arc(x, y, size, 0, 2 * Math.PI);
        context.fill();
      }
    }
  }
}
