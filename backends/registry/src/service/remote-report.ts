import { stableChannel } from '@portico/contracts';
import type { Channel, RemoteDetail, RemoteSummary, RemoteVersion } from '@portico/contracts';
import type { PorticoError } from '@portico/errors';
import { highestFirst } from '@portico/remote-checks';
import type { Finding } from '@portico/remote-checks';
import type { ChannelRecord } from '../model/remote-record.ts';
import type { Quota } from '../retention/retention-policy.ts';
import type { Seen } from '../store/sighting-store.ts';
import { channelsWith } from './known-remotes.ts';
import type { KnownRemote } from './known-remotes.ts';

function shortFault(fault: PorticoError): { code: string; message: string; fix: string } {
  return { code: fault.code, message: fault.message, fix: fault.fix };
}

function statusOf({ record, judged }: KnownRemote): RemoteSummary['status'] {
  if (record.switches.enabled === false) return 'disabled';
  return judged?.status ?? 'empty';
}

function channelOf({ etag, previous, audience, ...channel }: ChannelRecord): Channel {
  return { ...channel, etag: String(etag), previous: [...previous], ...(audience ? { audience: [...audience] } : {}) };
}

/** A remote as `GET /remotes` lists it for somebody, who may do this with it. */
export function remoteSummary(remote: KnownRemote, may: readonly string[]): RemoteSummary {
  const { id, registration, record, judged, owner } = remote;
  const { origin, kind, location } = registration;
  const { audience, publisherKey, title, publishers = [] } = record.switches;
  const reason = record.switches.enabled === false ? undefined : judged?.reason;
  const version = record.channels.find(({ channel }) => channel === stableChannel)?.version ?? judged?.version;
  return {
    id,
    title: judged?.manifest?.title ?? title ?? registration.title ?? id,
    status: statusOf(remote),
    ...(version === undefined ? {} : { version }),
    routes: judged?.manifest?.routes.map(route => route.path) ?? [],
    source: { origin, kind, ...(location === '' ? {} : { location }) },
    enabled: record.switches.enabled !== false,
    ...(audience ? { audience: [...audience] } : {}),
    ...(owner === undefined ? {} : { owner }),
    publishers: [...publishers],
    ...(publisherKey === undefined ? {} : { publisherKey }),
    channels: record.channels.map(channelOf),
    etag: String(record.etag),
    may: [...may],
    ...(reason ? { reason: shortFault(reason) } : {}),
    ...(judged?.fault ? { fault: shortFault(judged.fault) } : {}),
  };
}

function ownVersion({ id, registration, judged }: KnownRemote, channels: string[]): RemoteVersion[] {
  const kind = registration.kind;
  if (!judged?.version || (kind !== 'folder' && kind !== 'live')) return [];
  const assets = judged.manifest?.assets ?? [];
  const bytes = assets.reduce((sum, asset) => sum + asset.bytes, 0);
  return id === '' ? [] : [{ version: judged.version, kind, bytes, files: assets.length, channels }];
}

function versionsOf(remote: KnownRemote, { files, seen, uses }: ReportParts): RemoteVersion[] {
  const stored = remote.record.versions.map(({ version, kind, bytes, createdAt, createdBy }): RemoteVersion => {
    const blocked = remote.record.blocked.get(version);
    return {
      version,
      kind,
      bytes,
      files: files.get(version) ?? 0,
      channels: channelsWith(remote, version),
      keptBy: [...(uses.get(version) ?? [])],
      ...(createdAt === '' ? {} : { publishedAt: createdAt, publishedBy: createdBy }),
      ...(blocked ? { blocked: { ...blocked } } : {}),
    };
  });
  const known = new Set(stored.map(({ version }) => version));
  const own = remote.judged?.version === undefined ? [] : ownVersion(remote, channelsWith(remote, remote.judged.version));
  const all = [...own.filter(({ version }) => !known.has(version)), ...stored];
  return all.sort((left, right) => highestFirst(left.version, right.version)).map(version => {
    const sighting = seen.get(version.version);
    return sighting ? { ...version, seen: { ...sighting } } : version;
  });
}

/** What a report takes beside the remote. */
export interface ReportParts {
  /** What the caller may do with it. */
  readonly may: readonly string[];
  /** Number of files by version. */
  readonly files: ReadonlyMap<string, number>;
  readonly seen: ReadonlyMap<string, Seen>;
  /** What keeps each version. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
  readonly quota: Quota;
  /** Beside those of the judgement. */
  readonly furtherFindings: readonly Finding[];
}

/** A remote as `GET /remotes/:id` gives it: with its manifest, asset digests included, and all findings. */
export function remoteReport(remote: KnownRemote, reported: ReportParts): RemoteDetail {
  const { judged, record } = remote;
  const { may, quota, furtherFindings } = reported;
  const bytes = record.versions.reduce((sum, version) => sum + version.bytes, 0);
  return {
    ...remoteSummary(remote, may),
    findings: [...(judged?.findings ?? []), ...furtherFindings].map(finding => ({ ...finding })),
    versions: versionsOf(remote, reported),
    storage: { bytes, versions: record.versions.length, mostBytes: quota.bytes, mostVersions: quota.versions },
    pins: [...record.pins].map(([subject, version]) => ({ subject, version })),
    ...(judged?.manifest ? { manifest: judged.manifest } : {}),
  };
}
