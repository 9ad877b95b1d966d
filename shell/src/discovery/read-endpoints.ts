import { parseShape, publicConfigSchema, sessionSchema } from '@portico/contracts';
import type { PublicConfig, Session } from '@portico/contracts';
import { createError, loaderErrors } from '@portico/errors';
import type { JsonAnswer } from './fetch-json.ts';
import { fetchJson } from './fetch-json.ts';
import type { KnownSnapshot } from './parse-snapshot.ts';
import { parseSnapshot } from './parse-snapshot.ts';

export const configUrl = '/api/app/config';
export const sessionUrl = '/api/auth/session';
export const snapshotUrl = '/api/registry/snapshot';

/** Every fetch of the discovery is given up after this. */
export const discoveryBudgetMs = 5_000;

/** An answer that was understood. */
export type Read<T> = { readonly kind: 'value'; readonly value: T; readonly etag?: string } | Exclude<JsonAnswer, { kind: 'value' }>;

async function read<T>(url: string, options: ReadOptions, understand: (value: unknown) => T): Promise<Read<T>> {
  const answer = await fetchJson({ url, budgetMs: discoveryBudgetMs, ...options });
  return answer.kind === 'value' ? { ...answer, value: understand(answer.value) } : answer;
}

/** How an endpoint is read. */
export interface ReadOptions {
  readonly fetch: typeof fetch;
  readonly etag?: string | undefined;
}

function shaped<T>(schema: Parameters<typeof parseShape<T>>[0], url: string): (value: unknown) => T {
  return value => {
    const result = parseShape(schema, value);
    if (result.ok) return result.value;
    const { path = '', expected = '', received = '' } = result.faults[0] ?? {};
    throw createError(loaderErrors.ANSWER_SHAPE, { url, expected: `${path}: ${expected}`, received });
  };
}

/** Reads the public configuration. */
export const readConfig = (options: ReadOptions): Promise<Read<PublicConfig>> =>
  read(configUrl, options, shaped(publicConfigSchema, configUrl));

/** Reads who uses this browser. */
export const readSession = (options: ReadOptions): Promise<Read<Session>> =>
  read(sessionUrl, options, shaped(sessionSchema, sessionUrl));

/** Reads what the registry offers to this session. */
export const readSnapshot = (options: ReadOptions): Promise<Read<KnownSnapshot>> =>
  read(snapshotUrl, options, value => parseSnapshot(value, snapshotUrl));
