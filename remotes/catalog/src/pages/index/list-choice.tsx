import { useLocale } from '@portico/plugin-api';
import type { FacetValue } from '@portico/plugin-catalog-react';
import { Button, ButtonGroup } from '@portico/ui/button';
import type { ReactElement } from 'react';
import type { PersonalRefs } from '../../api/list-request.ts';
import styles from './list-filters.module.css';
import type { ListName, ListState } from './list-state.ts';

interface ListChoiceProps {
  readonly state: Pick<ListState, 'kind' | 'list'>;
  readonly personal: PersonalRefs;
  /** How many entities of each kind there are, and how many of them the user owns; undefined until they are counted. */
  readonly all: readonly FacetValue[] | undefined;
  readonly owned: readonly FacetValue[] | undefined;
  readonly onChange: (list: ListName) => void;
}

/** Everybody's entities, one's own, or the starred ones, with how many of the kind there are in each. */
export function ListChoice({ state, personal, all, owned, onChange }: ListChoiceProps): ReactElement {
  const { kind } = state;
  const locale = useLocale();
  const choices = [
    { list: 'owned', title: 'Owned', count: personal.ownership.length === 0 ? 0 : countOfKind(owned, kind) },
    { list: 'starred', title: 'Starred', count: personal.starred.filter(ref => kind === 'all' || ref.startsWith(`${kind}:`)).length },
    { list: 'all', title: 'All', count: countOfKind(all, kind) },
  ] as const;
  return (
    <ButtonGroup label="Lists">
      {choices.map(({ list, title, count }) => (
        <Button key={list} aria-pressed={state.list === list} onClick={() => onChange(list)}>
          {title} <span className={styles.number}>{count?.toLocaleString(locale) ?? '…'}</span>
        </Button>
      ))}
    </ButtonGroup>
  );
}

/** How many entities of a kind were counted, or of all kinds; undefined before they are. */
export function countOfKind(counts: readonly FacetValue[] | undefined, kind: string): number | undefined {
  return counts?.filter(({ value }) => kind === 'all' || value.toLowerCase() === kind).reduce((sum, { count }) => sum + count, 0);
}
