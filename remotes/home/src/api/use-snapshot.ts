import type { Snapshot } from '@portico/contracts';
import { fetchApiRef, readJson, useApi } from '@portico/plugin-api';
import { useCallback } from 'react';
import { useLoaded } from './use-loaded.ts';
import type { Loaded } from './use-loaded.ts';

/** Hook: the remotes that the registry offers to this session. */
export function useSnapshot(): Loaded<Snapshot> {
  const fetchApi = useApi(fetchApiRef);
  return useLoaded(
    useCallback(async signal => readJson<Snapshot>(await fetchApi.fetch('plugin://registry/snapshot', { signal })), [fetchApi]),
  );
}
