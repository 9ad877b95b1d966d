import { createHash } from 'node:crypto';
import type { Offer, PluginManifest, SnapshotRemote } from '@portico/contracts';
import { overrideVersionMark } from '@portico/contracts';
import type { Finding } from '@portico/remote-checks';
import type { JudgedRemote } from '../offering/offering.ts';
import { snapshotRemotes } from '../offering/snapshot.ts';
import { checkAlone, checksFailed } from '../remotes/check-remote.ts';
import type { Registration } from '../remotes/registration.ts';
import { checkAmong } from '../service/examine.ts';
import type { KnownRemote } from '../service/known-remotes.ts';
import type { OverrideRecord } from '../store/override-store.ts';
import { overridePlace } from './override-place.ts';

/** What an override is held against. */
export interface OverrideSurroundings {
  readonly remote: KnownRemote;
  /** All remotes as the session has them otherwise. */
  readonly remotes: readonly JudgedRemote[];
  readonly offer?: Offer | undefined;
}

/** What an override shows and what the checks say of it. */
export interface JudgedOverride {
  readonly record: OverrideRecord;
  readonly judged: JudgedRemote;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of the files nothing is said: a build that changes with each key stroke has no digests that anybody could keep. */
function withoutFiles(manifest: unknown): unknown {
  if (!isObject(manifest)) return manifest;
  const { federation } = manifest;
  return { ...manifest, assets: [], ...(isObject(federation) ? { federation: { ...federation, preload: [] } } : {}) };
}

/** A place that has only an entry is shown on the pages that the remote has already. */
function assumed({ judged, registration, id }: KnownRemote, entry: string): PluginManifest {
  const { title = id, route = `/${id}` } = registration;
  const known = judged?.manifest;
  const page = `page:${id}`;
  return {
    schema: 1,
    id,
    version: '0.0.0-local',
    title,
    portal: '*',
    routes: [{ path: route, extension: page }],
    navigation: [{ title, path: route }],
    extensions: [{ id: page, point: 'core.page/v1' }],
    ...known,
    federation: {
      entry,
      type: entry.endsWith('.mjs') ? 'module' : (known?.federation.type ?? 'script'),
      global: registration.global ?? known?.federation.global ?? id.replaceAll('-', '_'),
      module: known?.federation.module ?? './plugin',
      shared: known?.federation.shared ?? [],
    },
    assets: [],
  };
}

/** The entry is what the user has agreed to: code from that origin, below that folder. */
function checkEntry({ federation }: PluginManifest, baseUrl: string): Finding[] {
  const url = URL.canParse(federation.entry, baseUrl) ? new URL(federation.entry, baseUrl).href : '';
  if (url.startsWith(baseUrl)) return [];
  return [
    {
      rule: 'entry-stays-on-its-origin',
      severity: 'error',
      path: 'federation.entry',
      message: `Expected an entry below ${baseUrl}, got ${JSON.stringify(federation.entry.slice(0, 200))}`,
      fix: 'Emit the entry into the folder of portico-plugin.json, and name it by its relative path',
    },
  ];
}

function versionOf(version: string, { url, setAtMs }: OverrideRecord): string {
  const mark = createHash('sha256').update(`${url}\n${setAtMs}`).digest('hex').slice(0, 8);
  // Only one part of a version may begin with a plus sign.
  return `${version.replace('+', '-')}${overrideVersionMark}${mark}`;
}

/** Does all the checks that make sense for a build that nobody has published. */
export function judgeOverride(record: OverrideRecord, { remote, remotes, offer }: OverrideSurroundings): JudgedOverride {
  const { id } = remote;
  const { baseUrl, entry } = overridePlace(record.url);
  const { route = remote.registration.route, title = remote.registration.title } = remote.record.switches;
  // What the remote has already is where the registration puts it: that is not done twice.
  const moved = entry === undefined || !remote.judged?.manifest;
  const registration: Registration = {
    origin: remote.registration.origin,
    kind: 'live',
    id,
    expectedId: id,
    location: record.url,
    ...(route === undefined || !moved ? {} : { route }),
    ...(title === undefined || !moved ? {} : { title }),
  };
  const manifest = entry === undefined ? withoutFiles(record.manifest) : assumed(remote, entry);
  const content = { manifest, baseUrl, unverified: true };
  const alone = checkAlone(registration, content, offer);
  const findings = [
    ...alone.findings,
    ...(alone.manifest ? [...checkEntry(alone.manifest, baseUrl), ...checkAmong(alone.manifest, { remotes, isRegistered: true })] : []),
  ];
  // What is only a doubt does not stand among the reasons.
  const errors = findings.filter(({ severity }) => severity === 'error');
  const reason = errors.length > 0 ? checksFailed(id, errors) : alone.reason;
  const common = { registration, id, findings, content, ...(alone.manifest ? { manifest: alone.manifest } : {}) };
  if (reason || !alone.manifest) return { record, judged: { ...common, status: 'refused', ...(reason ? { reason } : {}) } };
  return { record, judged: { ...common, status: 'unverified', version: alone.manifest.version } };
}

/** A remote as the shell gets it: labelled, and without a digest, so that nothing takes it for a published version. */
function labelled({ entry, version, ...shown }: SnapshotRemote, record: OverrideRecord): SnapshotRemote {
  const { url, type, global } = entry;
  const { origin, manifestUrl } = overridePlace(record.url);
  const place = { url: record.url, origin, ...(manifestUrl === undefined ? {} : { manifestUrl }) };
  const override = { ...place, expiresAt: new Date(record.expiresAtMs).toISOString() };
  return { ...shown, version: versionOf(version, record), entry: { url, type, global }, override };
}

/** What a session is offered: its overrides in the place of what they replace, and after the others where they replace nothing. */
export function withOverrides(remotes: readonly JudgedRemote[], overrides: readonly JudgedOverride[]): SnapshotRemote[] {
  const byId = new Map(overrides.map(override => [override.judged.id, override]));
  const present = new Set(remotes.filter(remote => !remote.hidden).map(({ id }) => id));
  const replaced = remotes.map(remote => (remote.hidden ? remote : (byId.get(remote.id)?.judged ?? remote)));
  const added = overrides.map(({ judged }) => judged).filter(({ id }) => !present.has(id));
  return snapshotRemotes([...replaced, ...added]).map(shown => {
    const override = byId.get(shown.id);
    return override ? labelled(shown, override.record) : shown;
  });
}
