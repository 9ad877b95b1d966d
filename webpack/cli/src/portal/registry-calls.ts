import type {
  Channel,
  ChannelMove,
  ErrorBody,
  PreflightReport,
  PublishedVersion,
  RemoteDetail,
  RemoteHealth,
  RemoteSummary,
  Rollback,
} from '@portico/contracts';
import { buildErrors, createError, errorStatus, messageOf } from '@portico/errors';
import type { ErrorDetail, ErrorName } from '@portico/errors';
import type { PortalAddress } from './find-portal.ts';

/** What a move or a rollback is answered with. */
export interface MovedChannels {
  readonly audit: number;
  readonly channels: readonly Channel[];
}

/** The registry of a portal, as the command line uses it. What is refused rejects with the portal's own code, message and fix. */
export interface RegistryCalls {
  list(): Promise<readonly RemoteSummary[]>;
  remote(id: string): Promise<RemoteDetail>;
  health(id: string): Promise<RemoteHealth>;
  preflight(archive: Uint8Array): Promise<PreflightReport>;
  register(body: { id: string; title?: string }): Promise<unknown>;
  publish(id: string, archive: Uint8Array, channel?: string): Promise<PublishedVersion>;
  move(id: string, channel: string, body: ChannelMove): Promise<MovedChannels>;
  rollBack(id: string, body: Rollback): Promise<MovedChannels>;
}

const timeLimitMs = 120_000;
const unauthenticated = 401;

/** Why a request got no answer. The texts of the TLS library help nobody, its codes can be looked up. */
function reasonOf(thrown: unknown): string {
  const { code, message } = thrown as { readonly code?: string; readonly message?: string };
  if (code?.startsWith('ERR_SSL')) return `its answer is no TLS that holds (${code}); is it http?`;
  return message || code || messageOf(thrown);
}

async function failureOf(response: Response, url: string): Promise<Error> {
  const body = (await response.json().catch(() => undefined)) as Partial<ErrorBody> | undefined;
  const error = body?.error;
  if (typeof error?.message !== 'string') return createError(buildErrors.PORTAL_ANSWER, { url, status: response.status });
  const name = error.name in errorStatus ? (error.name as ErrorName) : 'InputError';
  // The texts come filled in: braces in them are not placeholders.
  const definition = { code: error.code, name, message: '{message}', fix: '{fix}' };
  const details = error.details as readonly ErrorDetail[] | undefined;
  return createError(definition, { message: error.message, fix: error.fix ?? '' }, details ? { details } : {});
}

/** The registry of the portal at an address. */
export function createRegistryCalls({ url, token }: PortalAddress): RegistryCalls {
  async function call<T>(method: string, path: string, body?: Uint8Array | object): Promise<T> {
    const address = `${url}/api/registry${path}`;
    const archive = body instanceof Uint8Array;
    const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
    if (body !== undefined) headers['Content-Type'] = archive ? 'application/gzip' : 'application/json';
    const sent = body === undefined ? {} : { body: archive ? new Blob([body as Uint8Array<ArrayBuffer>]) : JSON.stringify(body) };
    let response: Response;
    try {
      response = await fetch(address, { method, headers, ...sent, redirect: 'error', signal: AbortSignal.timeout(timeLimitMs) });
    } catch (cause) {
      const reason = reasonOf((cause as Error).cause ?? cause);
      throw createError(buildErrors.PORTAL_UNREACHABLE, { url, reason }, { cause });
    }
    if (response.status === unauthenticated) throw createError(buildErrors.TOKEN_REFUSED, { url });
    if (!response.ok) throw await failureOf(response, address);
    return (await response.json()) as T;
  }

  const at = (id: string) => `/remotes/${encodeURIComponent(id)}`;
  return {
    list: async () => (await call<{ remotes: RemoteSummary[] }>('GET', '/remotes')).remotes,
    remote: id => call('GET', at(id)),
    health: id => call('GET', `${at(id)}/health`),
    preflight: archive => call('POST', '/preflight', archive),
    register: body => call('POST', '/remotes', body),
    publish: (id, archive, channel) =>
      call('POST', `${at(id)}/versions${channel === undefined ? '' : `?channel=${encodeURIComponent(channel)}`}`, archive),
    move: (id, channel, body) => call('PUT', `${at(id)}/channels/${encodeURIComponent(channel)}`, body),
    rollBack: (id, body) => call('POST', `${at(id)}/rollback`, body),
  };
}
