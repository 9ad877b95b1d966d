import { parseShape, publicConfigSchema, sessionSchema } from '@portico/contracts';
import type { PublicConfig, Session } from '@portico/contracts';
import { createError, isPorticoError, loaderErrors, messageOf } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import type { JsonAnswer } from './fetch-json.ts';
import { discoveryBudgetMs, fetchJson } from './fetch-json.ts';

export const configUrl = '/api/app/config';
export const sessionUrl = '/api/auth/session';
export const snapshotUrl = '/api/registry/snapshot';

/** An answer that was understood. */
export type Read<T> = { readonly kind: 'value'; readonly value: T; readonly etag?: string } | Exclude<JsonAnswer, { kind: 'value' }>;

/** An answer, or why there is none. */
export type Settled<T> = Read<T> | { readonly kind: 'failed'; readonly error: PorticoError };

/** Waits for an answer; never rejects. */
export const settle = <T>(reading: Promise<Read<T>>): Promise<Settled<T>> =>
  reading.catch((thrown: unknown) => ({ kind: 'failed' as const, error: unreachable(thrown) }));

/** What was thrown while the portal was asked, as an error of the portal. */
export const unreachable = (thrown: unknown, url = snapshotUrl): PorticoError =>
  isPorticoError(thrown) ? thrown : createError(loaderErrors.ANSWER_UNREACHABLE, { url, reason: messageOf(thrown) }, { cause: thrown });

/** Reads an endpoint; `understand` throws where the answer has another shape. */
export async function read<T>(url: string, options: ReadOptions, understand: (value: unknown) => T): Promise<Read<T>> {
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
