import { createError, loaderErrors, messageOf } from '@portico/errors';

/** Every fetch of the discovery is given up after this. */
export const discoveryBudgetMs = 5_000;

/** What a JSON endpoint of the portal said. */
export type JsonAnswer =
  | { readonly kind: 'value'; readonly value: unknown; readonly etag?: string }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'signed-out' };

/** Options of `fetchJson`. */
export interface FetchJsonOptions {
  readonly fetch: typeof fetch;
  readonly url: string;
  /** Milliseconds after which the request is aborted. */
  readonly budgetMs: number;
  /** Tag of the answer that is already known; asks for "not modified" where that still holds. */
  readonly etag?: string | undefined;
}

/**
 * Reads JSON from the portal's own origin. Without `etag` the request is a plain GET, so that it takes up the
 * preload of the page.
 *
 * @throws ANSWER_LATE, ANSWER_UNREACHABLE, ANSWER_REFUSED, ANSWER_SHAPE
 */
export async function fetchJson({ fetch, url, budgetMs, etag }: FetchJsonOptions): Promise<JsonAnswer> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), budgetMs);
  try {
    const response = await fetch(url, { signal: controller.signal, ...(etag ? { headers: { 'if-none-match': etag } } : {}) });
    if (response.status === 304) return { kind: 'not-modified' };
    if (response.status === 401) return { kind: 'signed-out' };
    if (!response.ok) throw createError(loaderErrors.ANSWER_REFUSED, { url, status: response.status });
    const text = await response.text();
    const tag = response.headers.get('etag');
    return { kind: 'value', value: parse(text, url), ...(tag ? { etag: tag } : {}) };
  } catch (thrown) {
    if (controller.signal.aborted) throw createError(loaderErrors.ANSWER_LATE, { url, seconds: budgetMs / 1000 }, { cause: thrown });
    if (thrown instanceof TypeError) {
      throw createError(loaderErrors.ANSWER_UNREACHABLE, { url, reason: messageOf(thrown) }, { cause: thrown });
    }
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw createError(loaderErrors.ANSWER_SHAPE, { url, expected: 'JSON', received: JSON.stringify(text.slice(0, 40)) });
  }
}
