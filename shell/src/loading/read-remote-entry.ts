import { parseShape, remoteEntrySchema } from '@portico/contracts';
import type { RemoteEntry } from '@portico/contracts';
import { createError, loaderErrors } from '@portico/errors';
import { fetchJson } from '../discovery/fetch-json.ts';

const budgetMs = 5_000;

/**
 * Asks the registry how a version is loaded.
 *
 * @throws ANSWER_LATE, ANSWER_UNREACHABLE, ANSWER_REFUSED, ANSWER_SHAPE, SIGNED_OUT
 */
export async function readRemoteEntry({ id, version }: { readonly id: string; readonly version: string }): Promise<RemoteEntry> {
  const url = `/api/registry/remotes/${id}/versions/${encodeURIComponent(version)}/entry`;
  const answer = await fetchJson({ fetch: (input, init) => window.fetch(input, init), url, budgetMs });
  if (answer.kind !== 'value') throw createError(loaderErrors.SIGNED_OUT);
  const entry = parseShape(remoteEntrySchema, answer.value);
  if (entry.ok) return entry.value;
  const { expected = '', received = '' } = entry.faults[0] ?? {};
  throw createError(loaderErrors.ANSWER_SHAPE, { url, expected, received });
}
