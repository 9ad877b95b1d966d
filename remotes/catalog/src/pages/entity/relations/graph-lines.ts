import type { GraphEdge, PlacedNode } from './graph-layout.ts';

/** Pixels. */
export const graphSize = { width: 176, height: 52, gapX: 148, gapY: 16, margin: 16 };

/** A line between two nodes. */
export interface GraphLine {
  readonly id: string;
  /** SVG path data. */
  readonly path: string;
}

/** What the lines that end at one side of a node say. */
export interface GraphLabel {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly words: readonly string[];
}

export interface GraphDrawing {
  readonly lines: readonly GraphLine[];
  readonly labels: readonly GraphLabel[];
}

export const leftOf = (node: PlacedNode): number => graphSize.margin + node.column * (graphSize.width + graphSize.gapX);
export const topOf = (node: PlacedNode): number => graphSize.margin + node.row * (graphSize.height + graphSize.gapY);

const corner = 8;

/**
 * Lines that leave a node at the side of their target, run down a trunk close to it and end in a straight piece at the target. What
 * a line says stands on that piece: each node has a row of its own, so no text lies over another.
 */
export function drawGraph(nodes: readonly PlacedNode[], edges: readonly GraphEdge[], wordsOf: (type: string) => string): GraphDrawing {
  const placeOf = new Map(nodes.map(node => [node.ref, node]));
  const lines = new Map<string, GraphLine>();
  const labels = new Map<string, Omit<GraphLabel, 'words'> & { readonly words: Set<string> }>();
  for (const { from, to, type } of edges) {
    const [source, target] = [placeOf.get(from), placeOf.get(to)];
    if (!source || !target || source === target) continue;
    const side = Math.sign(target.column - source.column);
    lines.set(`${from} ${to}`, { id: `${from} ${to}`, path: side === 0 ? bow(source, target) : trunk(source, target, side) });
    if (side === 0) continue;
    const id = `${to} ${side}`;
    const place = {
      id,
      x: side > 0 ? leftOf(target) - 8 : leftOf(target) + graphSize.width + 8,
      y: middleOf(target) - 5,
      anchor: side > 0 ? ('end' as const) : ('start' as const),
    };
    const label = labels.get(id) ?? { ...place, words: new Set<string>() };
    label.words.add(wordsOf(type));
    labels.set(id, label);
  }
  return { lines: [...lines.values()], labels: [...labels.values()].map(label => ({ ...label, words: [...label.words] })) };
}

const middleOf = (node: PlacedNode): number => topOf(node) + graphSize.height / 2;

function trunk(source: PlacedNode, target: PlacedNode, side: number): string {
  const [fromY, toY] = [middleOf(source), middleOf(target)];
  const fromX = leftOf(source) + (side > 0 ? graphSize.width : 0);
  const toX = leftOf(target) + (side > 0 ? 0 : graphSize.width);
  const down = Math.sign(toY - fromY);
  if (down === 0) return `M${fromX} ${fromY}H${toX}`;
  // Trunks of neighbours stand beside each other.
  const x = fromX + side * (16 + (Math.floor(source.row) % 3) * 5);
  const bend = Math.min(corner, Math.abs(toY - fromY) / 2);
  return [
    `M${fromX} ${fromY}H${x - side * bend}`,
    `Q${x} ${fromY} ${x} ${fromY + down * bend}`,
    `V${toY - down * bend}`,
    `Q${x} ${toY} ${x + side * bend} ${toY}`,
    `H${toX}`,
  ].join('');
}

/** Between nodes of one column: round the outside. */
function bow(source: PlacedNode, target: PlacedNode): string {
  const x = leftOf(source) + graphSize.width;
  const [fromY, toY] = [middleOf(source), middleOf(target)];
  return `M${x} ${fromY}C${x + 40} ${fromY} ${x + 40} ${toY} ${x} ${toY}`;
}
