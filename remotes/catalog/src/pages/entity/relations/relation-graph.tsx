import type { ReactElement } from 'react';
import { wordsOfRelation } from '../relation-groups.ts';
import { layoutGraph } from './graph-layout.ts';
import { drawGraph, graphSize, leftOf, topOf } from './graph-lines.ts';
import { GraphNode } from './graph-node.tsx';
import styles from './relation-graph.module.css';
import type { EntityGraph } from './use-graph.ts';

/** The graph as lines with a link on each node. */
export function RelationGraph({ root, graph }: { readonly root: string; readonly graph: EntityGraph }): ReactElement {
  const layout = layoutGraph(root, graph.edges);
  const { lines, labels } = drawGraph(layout.nodes, graph.edges, wordsOfRelation);
  const { margin, gapX, gapY, width: nodeWidth, height: nodeHeight } = graphSize;
  const width = 2 * margin + layout.columns * (nodeWidth + gapX) - gapX;
  const height = 2 * margin + layout.rows * (nodeHeight + gapY) - gapY;
  return (
    <div className={styles.scroll} role="region" aria-label="Graph of relations" tabIndex={0}>
      <div className={styles.canvas} style={{ width, height }}>
        <svg className={styles.lines} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {lines.map(({ id, path }) => (
            <path key={id} d={path} />
          ))}
          {labels.map(({ id, x, y, anchor, words }) => (
            <text key={id} x={x} y={y} textAnchor={anchor}>
              {shortened(words)}
              <title>{words.join(', ')}</title>
            </text>
          ))}
        </svg>
        <ul className={styles.nodes}>
          {layout.nodes.map(node => (
            <li key={node.ref} style={{ left: leftOf(node), top: topOf(node), width: nodeWidth, height: nodeHeight }}>
              <GraphNode entityRef={node.ref} entity={graph.entities.get(node.ref) ?? null} isRoot={node.ref === root} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** What fits on the piece of line before a node. */
function shortened(words: readonly string[]): string {
  const [first = '', ...rest] = words;
  const most = 17;
  const text = first.length > most ? `${first.slice(0, most - 1)}…` : first;
  return rest.length === 0 ? text : `${text} +${rest.length}`;
}
