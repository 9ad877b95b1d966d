import { Button } from '@portico/ui/button';
import type { ReactElement } from 'react';
import type { PersonalRefs } from '../../api/list-request.ts';
import { useKinds } from '../../api/use-entities.ts';
import styles from './list-filters.module.css';
import type { ListState } from './list-state.ts';

interface ListChoiceProps {
  readonly state: ListState;
  readonly personal: PersonalRefs;
  readonly onChange: (list: ListState['list']) => void;
}

/** Everybody's entities, one's own, or the starred ones, with how many of the kind there are in each. */
export function ListChoice({ state, personal, onChange }: ListChoiceProps): ReactElement {
  const { kind } = state;
  const all = useKinds();
  const owned = useKinds(personal.ownership);
  const sumOf = (counts: typeof all.data) =>
    counts?.filter(({ value }) => kind === 'all' || value.toLowerCase() === kind).reduce((sum, { count }) => sum + count, 0);
  const starred = personal.starred.filter(ref => kind === 'all' || ref.startsWith(`${kind}:`)).length;
  const choices = [
    { list: 'all', title: 'All', count: sumOf(all.data) },
    { list: 'owned', title: 'Owned', count: personal.ownership.length === 0 ? 0 : sumOf(owned.data) },
    { list: 'starred', title: 'Starred', count: starred },
  ] as const;
  return (
    <div className={styles.lists} role="group" aria-label="Lists">
      {choices.map(({ list, title, count }) => (
        <Button key={list} aria-pressed={state.list === list} onClick={() => onChange(list)}>
          {title} <span>{count?.toLocaleString('en') ?? '…'}</span>
        </Button>
      ))}
    </div>
  );
}
