import type {
  AuditPage,
  Channel,
  ChannelMove,
  Impact,
  ImpactRequest,
  Offer,
  PreflightReport,
  PublishedVersion,
  RegistrationRequest,
  RemoteChange,
  RemoteDetail,
  RemoteHealth,
  RemoteList,
  Rollback,
} from '@portico/contracts';
import { readJson } from '@portico/plugin-api';
import type { FetchApi } from '@portico/plugin-api';

/** What a change of a remote is answered with. */
export interface ChangedRemote {
  /** Id of the entry of the audit trail, by which the change is undone. */
  readonly audit: number;
  readonly channels: readonly Channel[];
  readonly etag: string;
}

/** Which entries of the audit trail are wanted. All optional. */
export interface AuditFilter {
  readonly remote?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  /** `done`, `refused`, `alert`. */
  readonly outcome?: string | undefined;
  /** Id of an entry: only older ones. */
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
}

/** A build to be looked at or published: where it is hosted, or an archive of its output. */
export type BuildSource = { readonly url: string } | { readonly archive: Blob };

/** The registry as its pages see it. Everything that is refused rejects with the error of the backend: code, message, fix. */
export interface RegistryClient {
  list(signal: AbortSignal): Promise<RemoteList>;
  remote(id: string, signal: AbortSignal): Promise<RemoteDetail>;
  health(id: string, signal: AbortSignal): Promise<RemoteHealth>;
  /** What the shell provides. */
  offer(signal: AbortSignal): Promise<Offer>;
  /** Who would break if it provided something else. */
  impact(request: ImpactRequest, signal: AbortSignal): Promise<Impact>;
  audit(filter: AuditFilter, signal: AbortSignal): Promise<AuditPage>;
  /** Looks without effect. */
  preflight(source: BuildSource): Promise<PreflightReport>;
  register(request: RegistrationRequest): Promise<RemoteDetail>;
  publish(id: string, source: BuildSource): Promise<PublishedVersion>;
  /** `etag` is that of the remote as it was read: a change by somebody else in between is not overwritten. */
  update(id: string, change: RemoteChange, etag: string): Promise<ChangedRemote>;
  unregister(id: string): Promise<void>;
  withdraw(id: string, version: string): Promise<void>;
  move(id: string, channel: string, move: ChannelMove & { readonly etag?: string | undefined }): Promise<ChangedRemote>;
  removeChannel(id: string, channel: string): Promise<ChangedRemote>;
  rollBack(id: string, rollback: Rollback): Promise<ChangedRemote>;
  undo(entry: number): Promise<unknown>;
}

const base = 'plugin://registry';
const part = encodeURIComponent;

function queryOf(filter: AuditFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined && value !== '') query.set(name, String(value));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** The registry over HTTP. */
export function createRegistryClient({ fetch }: FetchApi): RegistryClient {
  const read = async <T>(path: string, signal: AbortSignal): Promise<T> => 
    // Its ETag is that of the settings: channels and versions change without it.
    readJson<T>(await fetch(`${base}${path}`, { signal, cache: 'no-store' }));

  async function write<T>(method: string, path: string, options: { body?: unknown; etag?: string | undefined; signal?: AbortSignal } = {}): Promise<T> {
    const headers = new Headers();
    if (options.body !== undefined) headers.set('Content-Type', 'application/json');
    if (options.etag !== undefined) headers.set('If-Match', `"${options.etag}"`);
    const body = options.body === undefined ? {} : { body: JSON.stringify(options.body) };
    const response = await fetch(`${base}${path}`, { method, headers, ...body, ...(options.signal ? { signal: options.signal } : {}) });
    return response.status === 204 ? (undefined as T) : readJson<T>(response);
  }

  async function send<T>(path: string, source: BuildSource): Promise<T> {
    if ('url' in source) return write<T>('POST', path, { body: { url: source.url } });
    const headers = { 'Content-Type': 'application/gzip' };
    return readJson<T>(await fetch(`${base}${path}`, { method: 'POST', headers, body: source.archive }));
  }

  return {
    list: signal => read('/remotes', signal),
    remote: (id, signal) => read(`/remotes/${part(id)}`, signal),
    health: (id, signal) => read(`/remotes/${part(id)}/health`, signal),
    offer: signal => read('/offer', signal),
    impact: (body, signal) => write('POST', '/impact', { body, signal }),
    audit: (filter, signal) => read(`/audit${queryOf(filter)}`, signal),
    preflight: source => send('/preflight', source),
    register: body => write('POST', '/remotes', { body }),
    publish: (id, source) => send(`/remotes/${part(id)}/versions`, source),
    update: (id, body, etag) => write('PATCH', `/remotes/${part(id)}`, { body, etag }),
    unregister: id => write('DELETE', `/remotes/${part(id)}`),
    withdraw: (id, version) => write('DELETE', `/remotes/${part(id)}/versions/${part(version)}`),
    move: (id, channel, { etag, ...body }) => write('PUT', `/remotes/${part(id)}/channels/${part(channel)}`, { body, etag }),
    removeChannel: (id, channel) => write('DELETE', `/remotes/${part(id)}/channels/${part(channel)}`),
    rollBack: (id, body) => write('POST', `/remotes/${part(id)}/rollback`, { body }),
    undo: entry => write('POST', `/audit/${entry}/undo`),
  };
}
