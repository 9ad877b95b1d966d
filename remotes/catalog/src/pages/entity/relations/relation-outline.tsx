import type { ReactElement } from 'react';
import { wordsOfRelation } from '../relation-groups.ts';
import { GraphNode } from './graph-node.tsx';
import { outlineGraph } from './outline-graph.ts';
import type { OutlineNode } from './outline-graph.ts';
import styles from './relation-outline.module.css';
import type { EntityGraph } from './use-graph.ts';

/** The graph for a narrow screen: a tree that only grows downwards. */
export function RelationOutline({ root, graph }: { readonly root: string; readonly graph: EntityGraph }): ReactElement {
  return (
    <div className={styles.outline} role="region" aria-label="Graph of relations">
      <ul>
        <Branch node={outlineGraph(root, graph.edges)} graph={graph} />
      </ul>
    </div>
  );
}

function Branch({ node, graph }: { readonly node: OutlineNode; readonly graph: EntityGraph }): ReactElement {
  const { ref, types, children } = node;
  return (
    <li>
      {types.length > 0 ? <span className={styles.label}>{types.map(wordsOfRelation).join(', ')}</span> : null}
      <span className={styles.node}>
        <GraphNode entityRef={ref} entity={graph.entities.get(ref) ?? null} isRoot={types.length === 0} />
      </span>
      {children.length > 0 ? (
        <ul>
          {children.map(child => (
            <Branch key={child.ref} node={child} graph={graph} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
