import { storageApiRef, useApi } from '@portico/plugin-api';
import { useEffect, useState } from 'react';
import { unchanged } from './arrangement.ts';
import type { Arrangement } from './arrangement.ts';

const key = 'arrangement';

/** Hook: the user's arrangement, kept in this browser and followed from other tabs. `undefined` takes all changes back. */
export function useArrangement(): readonly [Arrangement, (next: Arrangement | undefined) => void] {
  const storage = useApi(storageApiRef);
  const [arrangement, setArrangement] = useState(() => read(storage.get(key)));
  useEffect(() => storage.observe(key, value => setArrangement(read(value))), [storage]);
  return [
    arrangement,
    next => {
      setArrangement(next ?? unchanged);
      if (next) storage.set(key, next);
      else storage.remove(key);
    },
  ];
}

/** What is kept may be from another version, or be edited by hand. */
function read(value: unknown): Arrangement {
  const { order, hidden } = (value ?? {}) as { order?: unknown; hidden?: unknown };
  return { order: texts(order), hidden: texts(hidden) };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
