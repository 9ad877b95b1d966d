import type { GraphEdge } from './graph-layout.ts';

/** An entity and those that it leads to. */
export interface OutlineNode {
  readonly ref: string;
  /** How its parent is related to it; none for the root. */
  readonly types: readonly string[];
  readonly children: readonly OutlineNode[];
}

/** The graph as a tree from `root`, for where there is no room to draw: each entity once, at the end of its shortest way. */
export function outlineGraph(root: string, edges: readonly GraphEdge[]): OutlineNode {
  const bySource = Map.groupBy(edges, edge => edge.from);
  const parentOf = new Map<string, string | undefined>([[root, undefined]]);
  const order = [root];
  for (const ref of order) {
    for (const { to } of bySource.get(ref) ?? []) {
      if (parentOf.has(to)) continue;
      parentOf.set(to, ref);
      order.push(to);
    }
  }
  const nodeOf = (ref: string): OutlineNode => {
    const parent = parentOf.get(ref);
    const towards = parent === undefined ? [] : (bySource.get(parent) ?? []).filter(({ to }) => to === ref);
    return {
      ref,
      types: [...new Set(towards.map(({ type }) => type))],
      children: order.filter(one => one !== root && parentOf.get(one) === ref).map(nodeOf),
    };
  };
  return nodeOf(root);
}
