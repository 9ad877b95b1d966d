import { parseEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { useEntityPath } from '@portico/plugin-catalog-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { kindTitle } from '../../../components/kind-title.ts';
import { titleOf } from '../../../components/title-of.ts';
import styles from './relation-graph.module.css';

interface GraphNodeProps {
  readonly entityRef: string;
  /** Null for what the catalog does not have. */
  readonly entity: Entity | null;
  readonly isRoot: boolean;
}

/** An entity in a graph: a link to its page, unless that is this page or there is none. */
export function GraphNode({ entityRef, entity, isRoot }: GraphNodeProps): ReactElement {
  const path = useEntityPath()(entityRef);
  const { kind, name } = parseEntityRef(entityRef);
  const label = entity ? (titleOf(entity) ?? entity.metadata.name) : name;
  const content = (
    <>
      <span className={styles.kind}>{entity ? entity.kind : `${kindTitle(kind)}, missing`}</span>
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
