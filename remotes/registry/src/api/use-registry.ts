import type { ImpactRequest } from '@portico/contracts';
import { fetchApiRef, useApi } from '@portico/plugin-api';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { createRegistryClient } from './registry-client.ts';
import type { AuditFilter, RegistryClient } from './registry-client.ts';

/** How often what others change is looked for. */
const refetchMs = 5_000;
const auditPageSize = 50;

/** The registry over the user's session. */
export function useRegistryClient(): RegistryClient {
  const fetchApi = useApi(fetchApiRef);
  return useMemo(() => createRegistryClient(fetchApi), [fetchApi]);
}

/** All remotes that are registered. */
export function useRemotes() {
  const client = useRegistryClient();
  return useQuery({ queryKey: ['remotes'], queryFn: ({ signal }) => client.list(signal), refetchInterval: refetchMs });
}

/** One remote with its versions. */
export function useRemote(id: string) {
  const client = useRegistryClient();
  return useQuery({ queryKey: ['remotes', id], queryFn: ({ signal }) => client.remote(id, signal), refetchInterval: refetchMs });
}

/** How the versions of a remote fare in browsers. */
export function useRemoteHealth(id: string) {
  const client = useRegistryClient();
  return useQuery({ queryKey: ['health', id], queryFn: ({ signal }) => client.health(id, signal), staleTime: 15_000 });
}

/** What the shell provides to plugins. */
export function useOffer() {
  const client = useRegistryClient();
  return useQuery({ queryKey: ['offer'], queryFn: ({ signal }) => client.offer(signal) });
}

/** Who would break if the shell provided something else. What was said before stays until there is an answer. */
export function useImpact(request: ImpactRequest, enabled: boolean) {
  const client = useRegistryClient();
  return useQuery({ queryKey: ['impact', request], queryFn: ({ signal }) => client.impact(request, signal), enabled, placeholderData: keepPreviousData });
}

/** The audit trail, page after page. */
export function useAudit(filter: AuditFilter) {
  const client = useRegistryClient();
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ signal, pageParam }) => client.audit({ ...filter, before: pageParam, limit: auditPageSize }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => page.next,
  });
}

/** Does something in the registry; when it is done everything that was read before is read again. */
export function useRegistryChange<Input, Result>(change: (client: RegistryClient, input: Input) => Promise<Result>) {
  const client = useRegistryClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(client, input),
    onSettled: () => queries.invalidateQueries(),
  });
}
