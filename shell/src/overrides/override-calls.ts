import type { ActiveOverride, OverrideList, ProposedOverride } from '@portico/contracts';
import { createError, isPorticoError, loaderErrors, messageOf } from '@portico/errors';
import { readJson } from '@portico/plugin-api';

const base = '/api/registry/overrides';

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const json = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
  try {
    const response = await fetch(base + path, { method, ...json });
    return response.status === 204 ? (undefined as T) : await readJson<T>(response);
  } catch (thrown) {
    if (isPorticoError(thrown)) throw thrown;
    throw createError(loaderErrors.ANSWER_UNREACHABLE, { url: base, reason: messageOf(thrown) }, { cause: thrown });
  }
}

/** What the registry is asked about the overrides of this session. Each rejects with the registry's own error. */
export const overrideCalls = {
  list: () => call<OverrideList>('GET', ''),
  propose: (remote: string, url: string) => call<ProposedOverride>('POST', '/proposals', { remote, url }),
  set: (remote: string, url: string, manifest: unknown) =>
    call<ActiveOverride>('PUT', `/${remote}`, { url, ...(manifest === undefined ? {} : { manifest }) }),
  renew: (remote: string, manifest: unknown) => call<ActiveOverride>('PATCH', `/${remote}`, { manifest }),
  /** One, or all. */
  reset: (remote?: string) => call<undefined>('DELETE', remote === undefined ? '' : `/${remote}`),
};
