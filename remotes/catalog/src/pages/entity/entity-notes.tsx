import type { CatalogProblem, Entity } from '@portico/plugin-catalog-common';
import { AlertIcon } from '@portico/ui/icons';
import type { ReactElement, ReactNode } from 'react';
import { useProblems, useRelatedEntities } from '../../api/use-related-entities.ts';
import styles from './entity-notes.module.css';

const orphanAnnotation = 'backstage.io/orphan';

/** What is wrong with an entity: nothing reads it any more, its file is faulty, or it points at what is not there. */
export function EntityNotes({ entity }: { readonly entity: Entity }): ReactElement {
  const related = useRelatedEntities(entity);
  const problems = useProblems(entity);
  const missing = [...(related.data ?? [])].filter(([, target]) => target === null).map(([ref]) => ref);
  const faults = [...new Set([...statusFaults(entity), ...(problems.data ?? []).map(faultText)])];
  return (
    <>
      {entity.metadata.annotations?.[orphanAnnotation] === 'true' ? (
        <Note tone="warning" title="Orphan">
          No location leads to this entity any more. It stays as it was read last.
        </Note>
      ) : null}
      {faults.length > 0 ? (
        <Note tone="danger" title="Its file has a fault, so what you see may be old">
          <List items={faults} lines />
        </Note>
      ) : null}
      {missing.length > 0 ? (
        <Note tone="warning" title="It points at what the catalog does not have">
          <List items={missing.map(ref => <code key={ref}>{ref}</code>)} />
        </Note>
      ) : null}
    </>
  );
}

function faultText({ message, line, location }: CatalogProblem): string {
  return `${message} (${location}${line === undefined ? '' : `, line ${line}`})`;
}

/** Errors in `status.items`, as other catalogs serve them. */
function statusFaults(entity: Entity): string[] {
  const { items } = ((entity as { status?: unknown }).status ?? {}) as { items?: unknown };
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    const { level, message } = (item ?? {}) as { level?: unknown; message?: unknown };
    return level === 'error' && typeof message === 'string' ? [message] : [];
  });
}

interface NoteProps {
  readonly tone: 'warning' | 'danger';
  readonly title: string;
  readonly children: ReactNode;
}

function Note({ tone, title, children }: NoteProps): ReactElement {
  return (
    <div className={styles.note} data-tone={tone} role="note">
      <AlertIcon />
      <div>
        <strong>{title}</strong>
        <div>{children}</div>
      </div>
    </div>
  );
}

const mostShown = 5;

/** The first of many, beside each other or, for sentences, below each other. */
function List({ items, lines = false }: { readonly items: readonly ReactNode[]; readonly lines?: boolean }): ReactElement {
  return (
    <ul className={styles.list} data-lines={lines}>
      {items.slice(0, mostShown).map((item, index) => (
        <li key={index}>{item}</li>
      ))}
      {items.length > mostShown ? <li>and {items.length - mostShown} more</li> : null}
    </ul>
  );
}
