import { parseEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { useEntityPath } from '@portico/plugin-catalog-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { titleOf } from '../../../components/title-of.ts';
import { wordsOfRelation } from '../relation-groups.ts';
import { layoutGraph } from './graph-layout.ts';
import type { PlacedNode } from './graph-layout.ts';
import styles from './relation-graph.module.css';
import type { EntityGraph } from './use-graph.ts';

const size = { width: 176, height: 52, gapX: 120, gapY: 16, margin: 16 };

const leftOf = (node: PlacedNode) => size.margin + node.column * (size.width + size.gapX);
const topOf = (node: PlacedNode) => size.margin + node.row * (size.height + size.gapY);

/** The graph as lines with a link on each node. */
export function RelationGraph({ root, graph }: { readonly root: string; readonly graph: EntityGraph }): ReactElement {
  const layout = layoutGraph(root, graph.edges);
  const placeOf = new Map(layout.nodes.map(node => [node.ref, node]));
  const width = 2 * size.margin + layout.columns * (size.width + size.gapX) - size.gapX;
  const height = 2 * size.margin + layout.rows * (size.height + size.gapY) - size.gapY;
  return (
    <div className={styles.scroll} role="region" aria-label="Graph of relations" tabIndex={0}>
      <div className={styles.canvas} style={{ width, height }}>
        <svg className={styles.lines} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {graph.edges.map(({ from, to, type }) => {
            const [source, target] = [placeOf.get(from), placeOf.get(to)];
            if (!source || !target || source === target) return null;
            return <Edge key={`${from} ${type} ${to}`} source={source} target={target} label={wordsOfRelation(type)} />;
          })}
        </svg>
        <ul className={styles.nodes}>
          {layout.nodes.map(node => (
            <li key={node.ref} style={{ left: leftOf(node), top: topOf(node), width: size.width, height: size.height }}>
              <Node entityRef={node.ref} entity={graph.entities.get(node.ref) ?? null} isRoot={node.ref === root} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface EdgeProps {
  readonly source: PlacedNode;
  readonly target: PlacedNode;
  readonly label: string;
}

function Edge({ source, target, label }: EdgeProps): ReactElement {
  const rightward = target.column >= source.column;
  const sameColumn = target.column === source.column;
  const fromX = leftOf(source) + (rightward ? size.width : 0);
  const toX = leftOf(target) + (rightward && !sameColumn ? 0 : size.width);
  const [fromY, toY] = [topOf(source) + size.height / 2, topOf(target) + size.height / 2];
  const bend = sameColumn ? 40 : (toX - fromX) / 2;
  const path = `M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX + (sameColumn ? bend : -bend)} ${toY} ${toX} ${toY}`;
  // Lines part on their way: at two thirds their labels stand apart.
  const at = 0.66;
  return (
    <g className={styles.edge}>
      <path d={path} />
      <text x={sameColumn ? fromX + 32 : fromX + (toX - fromX) * at} y={fromY + (toY - fromY) * (sameColumn ? 0.5 : 0.74) - 4} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

interface NodeProps {
  readonly entityRef: string;
  readonly entity: Entity | null;
  readonly isRoot: boolean;
}

function Node({ entityRef, entity, isRoot }: NodeProps): ReactElement {
  const path = useEntityPath()(entityRef);
  const { kind, name } = parseEntityRef(entityRef);
  const label = entity ? (titleOf(entity) ?? entity.metadata.name) : name;
  const content = (
    <>
      <span className={styles.kind}>{entity ? entity.kind : `${kind}, missing`}</span>
      <span className={styles.name}>{label}</span>
    </>
  );
  if (isRoot || !entity || path === undefined) {
    return (
      <span className={styles.node} data-state={isRoot ? 'root' : 'missing'} title={entityRef}>
        {content}
      </span>
    );
  }
  return (
    <Link className={styles.node} to={path} title={entityRef}>
      {content}
    </Link>
  );
}
