import type { Entity } from '@portico/plugin-catalog-common';
import { storageApiRef, useApi } from '@portico/plugin-api';
import type { TableColumn } from '@portico/ui/table';
import { useEffect, useMemo, useState } from 'react';
import { entityColumns } from './entity-columns.tsx';

interface ChosenColumns {
  readonly columns: readonly TableColumn<Entity>[];
  /** Ids of those that are shown. */
  readonly visible: readonly string[];
  choose(visible: readonly string[]): void;
}

/** Hook: the columns of a kind and which of them the user wants to see, kept in this browser for each kind. */
export function useColumns(kind: string): ChosenColumns {
  const storage = useApi(storageApiRef);
  const key = `columns.${kind}`;
  const [changes, setChanges] = useState(0);
  useEffect(() => storage.observe(key, () => setChanges(count => count + 1)), [storage, key]);
  const columns = useMemo(() => entityColumns(kind), [kind]);
  const visible = useMemo(() => {
    const kept: unknown = storage.get(key);
    // Read again after each change, by this page or by another tab.
    void changes;
    return Array.isArray(kept) ? columns.filter(({ id, rowHeader }) => rowHeader || kept.includes(id)).map(({ id }) => id) : columns.map(({ id }) => id);
  }, [storage, key, columns, changes]);
  return {
    columns,
    visible,
    choose(next) {
      if (next.length === columns.length) storage.remove(key);
      else storage.set(key, next);
      setChanges(count => count + 1);
    },
  };
}
