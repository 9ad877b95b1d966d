/** An edge between two entity refs. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

/** Where a node stands: columns from the left, rows from the top of its column. */
export interface PlacedNode {
  readonly ref: string;
  readonly column: number;
  /** May be half a row, so that short columns stand in the middle. */
  readonly row: number;
}

export interface GraphLayout {
  readonly nodes: readonly PlacedNode[];
  readonly columns: number;
  readonly rows: number;
}

/** Relations that point to what comes before an entity: it is drawn at its left. */
const leftward = new Set(['dependencyOf', 'apiConsumedBy', 'apiProvidedBy', 'hasPart', 'ownerOf', 'parentOf', 'hasMember']);

/**
 * Places the entities that lead away from `root`, each once, in the column of its shortest way: what it depends on to the
 * right, what depends on it to the left. The same edges give the same picture.
 */
export function layoutGraph(root: string, edges: readonly GraphEdge[]): GraphLayout {
  const columnOf = new Map([[root, 0]]);
  const bySource = Map.groupBy(edges, edge => edge.from);
  const order = [root];
  for (const ref of order) {
    const column = columnOf.get(ref) ?? 0;
    for (const { to, type } of bySource.get(ref) ?? []) {
      if (columnOf.has(to)) continue;
      // From the second step on a side is kept, so that ways do not run back through the middle.
      const side = column === 0 ? (leftward.has(type) ? -1 : 1) : Math.sign(column);
      columnOf.set(to, column + side);
      order.push(to);
    }
  }
  const first = Math.min(...columnOf.values());
  const byColumn = Map.groupBy(order, ref => (columnOf.get(ref) ?? 0) - first);
  const rows = Math.max(...[...byColumn.values()].map(refs => refs.length));
  const nodes = [...byColumn].flatMap(([column, refs]) =>
    refs.map((ref, index) => ({ ref, column, row: index + (rows - refs.length) / 2 })),
  );
  return { nodes, columns: byColumn.size, rows };
}
