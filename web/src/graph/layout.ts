// Where the nodes of the live graph stand: a flow from the doors on the left to the doors on the right, with one band a
// lane between them; where that does not fit, from top to bottom.

export interface LaidNode {
  name: string;
  lane: string;
  side?: "in" | "out" | undefined; ///< a door: where messages come in, or commands leave
}
export interface LaidEdge {
  from: string;
  to: string;
}
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Band extends Box {
  lane: string;
}
/** A cubic curve: start, two handles, end; x and y in turn. */
export type Curve = readonly [number, number, number, number, number, number, number, number];

export interface Layout {
  width: number;
  height: number;
  across: boolean; ///< from left to right; there are no bands otherwise
  boxes: ReadonlyMap<string, Box>;
  bands: readonly Band[];
  curves: readonly (Curve | null)[]; ///< one an edge, in their order; null when an end is not among the nodes
}

export const NODE = { width: 158, height: 100 };
export const DOOR = { width: 146, height: 40 };
const GAP_ACROSS = 24; // the least between two columns
const GAP_DOWN = 14; // between two boxes of a column, and beside each other where the flow goes down
const BAND_PADDING = 14;
const BAND_TITLE = 18;
const BAND_GAP = 12;
const SIDE_GAP = 40; // between the doors and the bands
const ROW_GAP = 30;

/**
 * How many steps each node is from where the flow begins. An edge to a node listed earlier leads back and does not
 * count: the nodes come in the order in which the house runs them.
 */
export function depths(nodes: readonly LaidNode[], edges: readonly LaidEdge[]): number[] {
  const place = new Map(nodes.map((node, index) => [node.name, index]));
  const depth = nodes.map(() => 0);
  for (let index = 0; index < nodes.length; ++index) {
    for (const edge of edges) {
      const from = place.get(edge.from);
      if (from === undefined || from >= index || place.get(edge.to) !== index) continue;
      depth[index] = Math.max(depth[index]!, depth[from]! + 1);
    }
  }
  return depth;
}

export function layOut(nodes: readonly LaidNode[], edges: readonly LaidEdge[], width: number): Layout {
  const steps = nodes.filter((node) => node.side === undefined);
  const depth = depths(steps, edges);
  const columns = Math.max(0, ...depth) + 1;
  const sides = (["in", "out"] as const).filter((side) => nodes.some((node) => node.side === side)).length;
  const least =
    columns * NODE.width + (columns - 1) * GAP_ACROSS + 2 * BAND_PADDING + sides * (DOOR.width + SIDE_GAP);
  const placed = width >= least ? across(nodes, steps, depth, columns, width) : down(nodes, steps, depth, width);
  return { ...placed, curves: curvesOf(edges, placed) };
}

type Placed = Omit<Layout, "curves">;

function columnHeight(count: number, box: { height: number }): number {
  return count === 0 ? 0 : count * box.height + (count - 1) * GAP_DOWN;
}

function across(
  nodes: readonly LaidNode[],
  steps: readonly LaidNode[],
  depth: readonly number[],
  columns: number,
  width: number,
): Placed {
  const ins = nodes.filter((node) => node.side === "in");
  const outs = nodes.filter((node) => node.side === "out");
  const left = ins.length > 0 ? DOOR.width + SIDE_GAP : 0;
  const right = width - (outs.length > 0 ? DOOR.width + SIDE_GAP : 0);
  const boxes = new Map<string, Box>();
  const bands: Band[] = [];
  let top = 0;
  for (const lane of new Set(steps.map((node) => node.lane))) {
    const height = band(lane, steps, depth, columns, { left, right, top }, boxes);
    bands.push({ lane, x: left, y: top, width: right - left, height });
    top += height + BAND_GAP;
  }
  const inner = Math.max(0, top - BAND_GAP);
  const height = Math.max(inner, columnHeight(ins.length, DOOR), columnHeight(outs.length, DOOR));
  // The bands stand in the middle when there are many doors.
  const shift = (height - inner) / 2;
  for (const box of [...boxes.values(), ...bands]) box.y += shift;
  const stack = (doors: readonly LaidNode[], x: number) => {
    const first = (height - columnHeight(doors.length, DOOR)) / 2;
    doors.forEach((node, index) => boxes.set(node.name, { x, y: first + index * (DOOR.height + GAP_DOWN), ...DOOR }));
  };
  stack(ins, 0);
  stack(outs, width - DOOR.width);
  return { width, height, across: true, boxes, bands };
}

/** Places one lane's nodes; the band's height. */
function band(
  lane: string,
  steps: readonly LaidNode[],
  depth: readonly number[],
  columns: number,
  room: { left: number; right: number; top: number },
  boxes: Map<string, Box>,
): number {
  const first = room.left + BAND_PADDING;
  const last = room.right - BAND_PADDING - NODE.width;
  const pitch = columns > 1 ? (last - first) / (columns - 1) : 0;
  const inColumn = new Array<number>(columns).fill(0);
  const rows = steps.map((node, index) => (node.lane === lane ? inColumn[depth[index]!]!++ : -1));
  const used = columnHeight(Math.max(...inColumn), NODE);
  steps.forEach((node, index) => {
    const row = rows[index]!;
    if (row < 0) return;
    const free = used - columnHeight(inColumn[depth[index]!]!, NODE);
    const y = room.top + BAND_TITLE + BAND_PADDING + free / 2 + row * (NODE.height + GAP_DOWN);
    boxes.set(node.name, { x: first + depth[index]! * pitch, y, ...NODE });
  });
  return used + 2 * BAND_PADDING + BAND_TITLE;
}

function down(
  nodes: readonly LaidNode[],
  steps: readonly LaidNode[],
  depth: readonly number[],
  width: number,
): Placed {
  const boxes = new Map<string, Box>();
  let top = 0;
  const rows = (these: readonly LaidNode[], box: { width: number; height: number }) => {
    const beside = Math.max(1, Math.floor((width + GAP_DOWN) / (box.width + GAP_DOWN)));
    for (let first = 0; first < these.length; first += beside) {
      const row = these.slice(first, first + beside);
      const used = row.length * box.width + (row.length - 1) * GAP_DOWN;
      row.forEach((node, index) =>
        boxes.set(node.name, { x: (width - used) / 2 + index * (box.width + GAP_DOWN), y: top, ...box }),
      );
      top += box.height + (first + beside < these.length ? GAP_DOWN : ROW_GAP);
    }
  };
  rows(
    nodes.filter((node) => node.side === "in"),
    DOOR,
  );
  for (let layer = 0; layer <= Math.max(0, ...depth); ++layer)
    rows(
      steps.filter((_, index) => depth[index] === layer),
      NODE,
    );
  rows(
    nodes.filter((node) => node.side === "out"),
    DOOR,
  );
  return { width, height: Math.max(0, top - ROW_GAP), across: false, boxes, bands: [] };
}

/** Where on its side each edge leaves or meets a box: spread out, in the order of what is at the other end. */
function curvesOf(edges: readonly LaidEdge[], { boxes, across: leftToRight }: Placed): (Curve | null)[] {
  const middle = (box: Box) => (leftToRight ? box.y + box.height / 2 : box.x + box.width / 2);
  const share = (end: "from" | "to", other: "from" | "to") => {
    const shares = new Map<LaidEdge, number>();
    for (const name of boxes.keys()) {
      const here = edges.filter((edge) => edge[end] === name && boxes.has(edge[other]));
      here.sort((a, b) => middle(boxes.get(a[other])!) - middle(boxes.get(b[other])!));
      here.forEach((edge, index) => shares.set(edge, (index + 1) / (here.length + 1)));
    }
    return shares;
  };
  const leaving = share("from", "to");
  const meeting = share("to", "from");
  return edges.map((edge) => {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (!from || !to) return null;
    const between = leftToRight ? curveAcross : curveDown;
    return between(from, to, leaving.get(edge) ?? 0.5, meeting.get(edge) ?? 0.5);
  });
}

function curveAcross(from: Box, to: Box, leaves: number, meets: number): Curve {
  const y0 = from.y + from.height * leaves;
  const y1 = to.y + to.height * meets;
  const x0 = from.x + from.width;
  if (to.x >= x0) {
    const reach = Math.max(14, (to.x - x0) / 2);
    return [x0, y0, x0 + reach, y0, to.x - reach, y1, to.x, y1];
  }
  if (Math.abs(to.x - from.x) < 1) {
    // the same column: round the right side
    const side = x0 + GAP_ACROSS;
    return [x0, y0, side, y0, side, y1, to.x + to.width, y1];
  }
  // Back: out below, and in from below.
  const bottom = Math.max(from.y + from.height, to.y + to.height) + BAND_PADDING + 14;
  const xFrom = from.x + from.width * leaves;
  const xTo = to.x + to.width * meets;
  return [xFrom, from.y + from.height, xFrom, bottom, xTo, bottom, xTo, to.y + to.height];
}

function curveDown(from: Box, to: Box, leaves: number, meets: number): Curve {
  const y0 = from.y + from.height;
  if (to.y >= y0) {
    const x0 = from.x + from.width * leaves;
    const x1 = to.x + to.width * meets;
    const reach = Math.max(12, (to.y - y0) / 2);
    return [x0, y0, x0, y0 + reach, x1, to.y - reach, x1, to.y];
  }
  // Back up, round the right side.
  const side = Math.max(from.x + from.width, to.x + to.width) + 16;
  const yFrom = from.y + from.height * leaves;
  const yTo = to.y + to.height * meets;
  return [from.x + from.width, yFrom, side, yFrom, side, yTo, to.x + to.width, yTo];
}

/** About how long a curve is. */
export function lengthOf(points: Curve): number {
  let sum = 0;
  let [x, y] = along(points, 0);
  for (let i = 1; i <= 12; ++i) {
    const [x1, y1] = along(points, i / 12);
    sum += Math.hypot(x1 - x, y1 - y);
    [x, y] = [x1, y1];
  }
  return sum;
}

/** The point at `t` of 0 to 1. */
export function along(points: Curve, t: number): [number, number] {
  const s = 1 - t;
  const a = s * s * s,
    b = 3 * s * s * t,
    c = 3 * s * t * t,
    d = t * t * t;
  return [
    a * points[0] + b * points[2] + c * points[4] + d * points[6],
    a * points[1] + b * points[3] + c * points[5] + d * points[7],
  ];
}
