import type { PreflightReport } from '@portico/contracts';
import { registrationRequestSchema, remoteChangeSchema, stableChannel } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import { isAcceptable, registryRules } from '@portico/remote-checks';
import type { Finding } from '@portico/remote-checks';
import { nameOf } from '../access/access.ts';
import type { Caller } from '../access/access.ts';
import { servedVersion, versionDigest } from '../artifacts/digest.ts';
import { configRule } from '../configuration/config-checks.ts';
import type { HostedRemote } from '../mirror/read-hosted.ts';
import { declaredOwner } from '../model/owner.ts';
import { changesTrust } from '../model/remote-record.ts';
import type { RemoteSwitches } from '../model/remote-record.ts';
import { checksFailed } from '../remotes/check-remote.ts';
import type { Registration } from '../remotes/registration.ts';
import { readUsage, requireRoom } from '../retention/quota.ts';
import { writeAudit } from '../store/audit-store.ts';
import { addRegistration, removeRegistration } from '../store/registration-store.ts';
import { writeSetting } from '../store/setting-store.ts';
import { addBlobs, addVersion, removeVersions } from '../store/version-writes.ts';
import { readPublisherKey } from '../signing/publisher-key.ts';
import { checkAmong, examine, readHostedRemote, readOrFind } from './examine.ts';
import type { Verdict } from './examine.ts';
import { readBody } from './read-body.ts';
import { readRegistrationRequest } from './registration-request.ts';
import type { RegistryParts } from './registry-parts.ts';
import { changeSettings } from './setting-changes.ts';

/** Registers remotes, changes their switches and unregisters them. */
export interface Registering {
  /** @throws REGISTRY_BODY_INVALID */
  preflight(body: unknown): Promise<PreflightReport>;
  /** Gives the id. @throws REGISTRY_BODY_INVALID, REGISTRY_CHECKS_FAILED with the findings, REGISTRY_ID_TAKEN, REGISTRY_PERMISSION_MISSING */
  register(caller: Caller, body: unknown): Promise<string>;
  /** Gives the number of the entry in the audit trail. @throws REGISTRY_REMOTE_UNKNOWN, REGISTRY_BODY_INVALID, REGISTRY_CHANGED_MEANWHILE, REGISTRY_PERMISSION_MISSING */
  update(caller: Caller, id: string, change: { readonly body: unknown; readonly ifMatch: string }): Promise<number>;
  /** @throws REGISTRY_REMOTE_UNKNOWN, REGISTRY_REMOTE_CONFIGURED, REGISTRY_PERMISSION_MISSING */
  unregister(caller: Caller, id: string): Promise<void>;
}

interface Examined extends Verdict {
  readonly registration: Registration;
  readonly switches: RemoteSwitches;
  readonly hosted?: HostedRemote;
}

const registryRuleNames = [...registryRules.map(rule => rule.name), configRule];

/** Makes the service. */
export function createRegistering(parts: RegistryParts): Registering {
  const { core, board, follower, remotes, gate } = parts;

  async function examineRequest(body: unknown): Promise<Examined> {
    const { registration, switches } = readRegistrationRequest(body);
    const reader = { ...parts.reader, allowHosts: parts.reader.allowHosts, withSignature: switches.publisherKey !== undefined };
    const reading = readHostedRemote(registration, { reader, allowedOrigins: parts.allowedOrigins() });
    const hosted = await readOrFind(reading, registration.location);
    if ('rule' in hosted) return { registration, switches, ok: false, findings: [hosted] };
    const surroundings = { offer: parts.offerFile.current(), remotes: board.remotes(), publisherKey: switches.publisherKey };
    return { registration, switches, hosted, ...examine(registration, hosted.content, surroundings) };
  }

  function refuseTakenId(id: string): void {
    if (remotes.find(id)) throw createError(registryErrors.ID_TAKEN, { remote: id });
  }

  /** Keeps what was read of its host as its first version. */
  async function keepRegistration(caller: Caller, kept: Registration, { switches, manifest, hosted }: Examined): Promise<void> {
    const actor = nameOf(caller);
    const { id } = kept;
    const raw = manifest && (hosted?.content.manifest as typeof manifest);
    const version = kept.kind === 'mirror' && raw ? servedVersion(raw.version, raw.assets) : undefined;
    if (hosted && kept.kind === 'live') follower.expect(kept, hosted.content);
    await core.change({
      prepare: transaction => addBlobs(transaction, version === undefined ? new Map() : (hosted?.blobs ?? new Map())),
      async work(scope) {
        const { transaction } = scope;
        refuseTakenId(id);
        // Another remote may have come while the host was asked.
        const inPortal = manifest ? checkAmong(manifest, { remotes: board.remotes() }) : [];
        if (!isAcceptable(inPortal)) throw checksFailed(id, inPortal);
        if (!(await addRegistration(transaction, kept))) throw createError(registryErrors.ID_TAKEN, { remote: id });
        await writeSetting(scope, { remote: id, kind: 'remote', name: '' }, switches);
        if (version !== undefined && raw) {
          const at = new Date().toISOString();
          const bytes = raw.assets.reduce((sum, asset) => sum + asset.bytes, 0);
          requireRoom(parts.quota, id, { used: await readUsage(transaction, id), bytes });
          const stored = { remote: id, version, kind: 'mirrored' as const, location: kept.location, manifest: raw, bytes };
          await addVersion(transaction, { ...stored, digest: versionDigest(raw), createdAt: at, createdBy: actor });
          const channel = { version, priority: 0, previous: [], movedAt: at, movedBy: actor };
          await writeSetting(scope, { remote: id, kind: 'channel', name: stableChannel }, channel);
          await writeSetting(scope, { remote: id, kind: 'mirror', name: '' }, { noticed: version });
        }
        const after = { ...kept, ...switches, ...(version === undefined ? {} : { version }) };
        const changes = [{ remote: id, subject: 'registration', before: null, after }];
        await writeAudit(transaction, { actor, action: 'remote.register', remote: id, changes });
      },
    });
  }

  return {
    async preflight(body) {
      const { ok, findings, manifest } = await examineRequest(readBody(registrationRequestSchema, body));
      const known = manifest ? { id: manifest.id, version: manifest.version } : {};
      const all = [...findings, ...(await parts.configChecks.findingsOf(manifest))];
      return { ok, ...known, rules: registryRuleNames, findings: all.map((finding: Finding) => ({ ...finding })) };
    },
    async register(caller, body) {
      const { registration, switches } = readRegistrationRequest(body);
      const isPublished = registration.kind === 'published';
      const attempt = { caller, permission: 'register' as const, action: 'remote.register' };
      // Nobody's request makes the portal ask a host unless they may write.
      if (!(await gate.mayRegister(caller))) await gate.pass({ ...attempt, remote: { id: registration.id } });
      const examined: Examined = isPublished ? { registration, switches, ok: true, findings: [] } : await examineRequest(body);
      const { manifest, findings, ok } = examined;
      const id = manifest?.id ?? registration.id;
      const owner = switches.owner ?? declaredOwner(manifest);
      const known = { ...switches, ...(owner === undefined ? {} : { owner }) };
      await gate.pass({ ...attempt, remote: { id, ...known } });
      if (!ok || (!isPublished && !manifest)) throw checksFailed(id, findings);
      if (isPublished) refuseTakenId(id);
      await keepRegistration(caller, { ...registration, id, expectedId: id }, { ...examined, switches: known });
      return id;
    },
    async update(caller, id, { body, ifMatch }) {
      const remote = remotes.get(id);
      const { note, ...wanted } = readBody(remoteChangeSchema, body);
      const attempt = { caller, permission: 'disable' as const, action: 'remote.update', remote };
      await gate.pass(attempt);
      if (changesTrust({}, wanted)) await gate.passTrust(attempt);
      if (wanted.publisherKey) readPublisherKey(wanted.publisherKey);
      const reason = { actor: nameOf(caller), action: 'remote.update', remote: id, note };
      const next = (current: object | undefined): object => {
        const merged = Object.entries({ ...current, ...wanted });
        return Object.fromEntries(merged.filter(([, value]) => value !== null && value !== undefined));
      };
      return core.change({ work: scope => changeSettings(scope, reason, [{ remote: id, kind: 'remote', name: '', ifMatch, next }]) });
    },
    async unregister(caller, id) {
      const remote = remotes.get(id);
      await gate.pass({ caller, permission: 'disable', action: 'remote.unregister', remote });
      const registration = follower.states().find(one => one.registration.id === id && one.registration.origin === 'call')?.registration;
      if (!registration) throw createError(registryErrors.REMOTE_CONFIGURED, { remote: id });
      await core.change({
        async work({ transaction }) {
          await removeRegistration(transaction, registration.id);
          await removeVersions(transaction, registration.id);
          const changes = [{ remote: id, subject: 'registration', before: { ...registration, ...remote.record.switches }, after: null }];
          await writeAudit(transaction, { actor: nameOf(caller), action: 'remote.unregister', remote: id, changes });
        },
      });
    },
  };
}
