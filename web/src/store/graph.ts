// The live graph as it is drawn: the daemon tells counts since its start, a page wants rates.

import type { Graph, GraphEdge, GraphNode } from "../api/types";

export interface NodeView extends GraphNode {
  rate: number; ///< messages a second, since the snapshot before
  troubled: number; ///< errors, sheds, late and dropped ones since the snapshot before
}
export interface EdgeView extends GraphEdge {
  id: string;
  rate: number;
}
export interface GraphView {
  at: number; ///< the daemon's forward clock, ms
  inbox: Graph["inbox"];
  rate: number; ///< entries a second
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
}

function edgeId(edge: GraphEdge): string {
  return `${edge.from}.${edge.from_port ?? ""}>${edge.to}.${edge.to_port ?? ""}`;
}

/** Messages a second from one count to another; 0 when the counting began anew. */
export function rateOf(before: number | undefined, now: number, seconds: number): number {
  return before === undefined || now < before || seconds <= 0 ? 0 : (now - before) / seconds;
}

/** `before`: the view of the snapshot before this one; null at the first, and then every rate is 0. */
export function viewOf(graph: Graph, before: GraphView | null): GraphView {
  const seconds = before === null ? 0 : (graph.at_ms - before.at) / 1000;
  const nodesBefore = new Map(before?.nodes.map((node) => [node.name, node]));
  const edgesBefore = new Map(before?.edges.map((edge) => [edge.id, edge]));
  return {
    at: graph.at_ms,
    inbox: graph.inbox,
    rate: rateOf(before?.inbox.entries, graph.inbox.entries, seconds),
    nodes: graph.nodes.map((node) => {
      const old = nodesBefore.get(node.name);
      return {
        ...node,
        rate: rateOf(old?.count, node.count, seconds),
        troubled: old === undefined || trouble(node) < trouble(old) ? 0 : trouble(node) - trouble(old),
      };
    }),
    edges: graph.edges.map((edge) => {
      const id = edgeId(edge);
      return { ...edge, id, rate: rateOf(edgesBefore.get(id)?.count, edge.count, seconds) };
    }),
  };
}

function trouble(node: GraphNode): number {
  return node.errors + node.shed + node.late + node.dropped;
}

/**
 * What is drawn: the edges, and a plain line to each door that none of them leads to. Commands leave from the runner, and
 * nobody counts them on their way, so nothing moves there.
 */
export function drawnEdges(view: GraphView): readonly EdgeView[] {
  const runner = view.nodes.find((node) => /(^|\.)runner$/.test(node.name));
  if (runner === undefined) return view.edges;
  const reached = new Set(view.edges.map((edge) => edge.to));
  const uncounted = { type: "Command", capacity: 0, policy: "call", count: 0, queued: 0, dropped: 0, coalesced: 0, rate: 0 };
  const lines = view.nodes
    .filter((node) => node.name.startsWith("door.") && !reached.has(node.name))
    .map((door) => ({ ...uncounted, id: `to ${door.name}`, from: runner.name, to: door.name }));
  return [...view.edges, ...lines];
}
