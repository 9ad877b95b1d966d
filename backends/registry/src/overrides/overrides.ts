import type { ActiveOverride, OverrideList, ProposedOverride } from '@portico/contracts';
import { overrideProposalSchema, overrideRenewalSchema, overrideRequestSchema } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import { nameOf } from '../access/access.ts';
import type { SnapshotDetails } from '../offering/snapshot-bodies.ts';
import type { Caller } from '../access/access.ts';
import { viewerOf } from '../access/viewer-of.ts';
import type { OverrideSettings } from '../config/override-settings.ts';
import type { EncodedBody } from '../encoding/encoded-body.ts';
import { readBody } from '../service/read-body.ts';
import type { RegistryParts } from '../service/registry-parts.ts';
import type { OverrideRecord, OverrideStore } from '../store/override-store.ts';
import { createOverrideAccess, sessionOf } from './override-access.ts';
import { overridePlace } from './override-place.ts';
import { judgeOverride, withOverrides } from './override-remote.ts';
import type { JudgedOverride } from './override-remote.ts';
import { createOverrideSessions } from './override-sessions.ts';

/** Remotes that users replace in their own sessions. */
export interface Overrides {
  list(caller: Caller): Promise<OverrideList>;
  /** What the user would have to agree to; nothing changes. @throws REGISTRY_OVERRIDE_*, REGISTRY_REMOTE_UNKNOWN, REGISTRY_PERMISSION_MISSING */
  propose(caller: Caller, body: unknown): Promise<ProposedOverride>;
  /** The user has agreed. @throws what `propose` does; REGISTRY_CHECKS_FAILED with the findings, REGISTRY_OVERRIDE_TOO_MANY */
  set(caller: Caller, id: string, body: unknown): Promise<ActiveOverride>;
  /** The place says something else of itself. @throws REGISTRY_OVERRIDE_UNKNOWN, REGISTRY_CHECKS_FAILED with the findings */
  renew(caller: Caller, id: string, body: unknown): Promise<ActiveOverride>;
  /** Ends one, or all of the session. It is no fault when there is none. */
  reset(caller: Caller, id?: string): Promise<void>;
  /** The body of `GET /snapshot` for a session with overrides. */
  snapshotFor(caller: Caller, details?: SnapshotDetails): Promise<EncodedBody | undefined>;
  /** Forgets those that have ended. */
  sweep(): Promise<void>;
}

/** What the service works with. */
export interface OverridesOptions {
  readonly parts: RegistryParts;
  readonly store: OverrideStore;
  /** As they are now. */
  settings(): OverrideSettings;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Makes the service. */
export function createOverrides({ parts, store, settings, now }: OverridesOptions): Overrides {
  const { board, remotes, gate, visibility, database, offerFile } = parts;
  const access = createOverrideAccess({ gate, database, settings });
  const sessions = createOverrideSessions({ store, database, access, remotes, now });

  function judge(caller: Caller, record: OverrideRecord): JudgedOverride {
    const known = { remote: remotes.get(record.remote), remotes: board.remotesFor(viewerOf(caller)) };
    return judgeOverride(record, { ...known, offer: offerFile.current() });
  }

  function told({ record, judged }: JudgedOverride): ActiveOverride {
    const { manifest, findings, reason } = judged;
    return {
      remote: record.remote,
      title: manifest?.title ?? judged.registration.title ?? record.remote,
      url: record.url,
      origin: overridePlace(record.url).origin,
      ...(manifest && record.manifest !== undefined ? { version: manifest.version } : {}),
      setAt: new Date(record.setAtMs).toISOString(),
      expiresAt: new Date(record.expiresAtMs).toISOString(),
      findings: findings.map(finding => ({ ...finding })),
      ...(reason ? { reason: { code: reason.code, message: reason.message, fix: reason.fix } } : {}),
    };
  }

  async function permit(caller: Caller, action: string, { remote, url }: { remote: string; url: string }): Promise<void> {
    await visibility.require(caller, remote);
    await access.pass({ caller, action, remote: remotes.get(remote), url });
  }

  return {
    async list(caller) {
      const { enabled, allowedOrigins, mostPerSession } = settings();
      const known = remotes.list().filter((remote, index, all) => all.findIndex(({ id }) => id === remote.id) === index);
      const may = new Set(await access.among(caller, known.map(({ id }) => id)));
      const current = await sessions.current(caller);
      return {
        enabled,
        origins: [...allowedOrigins],
        mostPerSession,
        overrides: current.map(record => told(judge(caller, record))),
        remotes: known.filter(({ id }) => may.has(id)).map(({ id, judged, registration }) => ({ id, title: judged?.manifest?.title ?? registration.title ?? id })),
      };
    },
    async propose(caller, body) {
      const { remote, url } = readBody(overrideProposalSchema, body);
      await permit(caller, 'override.propose', { remote, url });
      const { origin, manifestUrl } = overridePlace(url);
      const shown = board.remotesFor(viewerOf(caller)).find(one => one.id === remote && !one.hidden);
      return {
        remote,
        title: shown?.manifest?.title ?? remotes.get(remote).registration.title ?? remote,
        ...(shown?.version === undefined ? {} : { version: shown.version }),
        origin,
        ...(manifestUrl === undefined ? {} : { manifestUrl }),
        lastsMs: settings().lastsMs,
      };
    },
    async set(caller, id, body) {
      const { url, manifest } = readBody(overrideRequestSchema, body);
      await permit(caller, 'override.set', { remote: id, url });
      const setAtMs = now();
      const known = { sessionId: sessionOf(caller) ?? '', remote: id, actor: nameOf(caller), url, setAtMs };
      const given = overridePlace(url).entry === undefined ? { manifest: manifest ?? null } : {};
      const record: OverrideRecord = { ...known, ...given, expiresAtMs: setAtMs + settings().lastsMs };
      const judged = judge(caller, record);
      if (judged.judged.reason) throw judged.judged.reason;
      await sessions.keep(record, settings().mostPerSession);
      return told(judged);
    },
    async renew(caller, id, body) {
      const { manifest } = readBody(overrideRenewalSchema, body);
      const record = (await sessions.current(caller)).find(({ remote }) => remote === id);
      if (!record) throw createError(registryErrors.OVERRIDE_UNKNOWN, { remote: id.slice(0, 100) });
      const judged = judge(caller, { ...record, manifest });
      if (judged.judged.reason) throw judged.judged.reason;
      if (!(await store.renew(record, manifest))) throw createError(registryErrors.OVERRIDE_UNKNOWN, { remote: id });
      return told(judged);
    },
    async reset(caller, id) {
      const sessionId = sessionOf(caller);
      const all = sessionId === undefined ? [] : await store.of(sessionId);
      for (const record of all.filter(({ remote }) => id === undefined || remote === id)) {
        await sessions.end(record, { actor: nameOf(caller), action: 'override.reset' });
      }
    },
    async snapshotFor(caller, details) {
      const current = await sessions.current(caller);
      if (current.length === 0) return undefined;
      return board.bodyOf(withOverrides(board.remotesFor(viewerOf(caller)), current.map(record => judge(caller, record))), details);
    },
    async sweep() {
      for (const record of await store.endingBefore(now())) await sessions.expire(record);
    },
  };
}
