import { channelNameSchema, httpUrlSchema, remoteIdSchema, stableChannel } from '@portico/contracts';
import type { AuditChange, PluginManifest, PreflightReport, PublishedVersion } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import { isAcceptable, isPrerelease, registryRules } from '@portico/remote-checks';
import type { Finding } from '@portico/remote-checks';
import * as v from 'valibot';
import { nameOf } from '../access/access.ts';
import type { Caller } from '../access/access.ts';
import { versionDigest } from '../artifacts/digest.ts';
import { configRule } from '../configuration/config-checks.ts';
import { readHosted } from '../mirror/read-hosted.ts';
import { moveChannel } from '../model/move-channel.ts';
import { declaredOwner, ownerOf } from '../model/owner.ts';
import type { ChannelValue, RemoteSwitches } from '../model/remote-record.ts';
import { artifactOf } from '../publishing/artifact.ts';
import type { Artifact } from '../publishing/artifact.ts';
import { uploadTurns } from '../publishing/limits.ts';
import { readArchive } from '../publishing/read-archive.ts';
import { readUpload } from '../publishing/read-upload.ts';
import type { Upload } from '../publishing/read-upload.ts';
import { checksFailed } from '../remotes/check-remote.ts';
import type { Registration } from '../remotes/registration.ts';
import { readUsage, requireRoom } from '../retention/quota.ts';
import { withRoom } from '../retention/with-room.ts';
import { writeAudit } from '../store/audit-store.ts';
import { addRegistration, isRegistered } from '../store/registration-store.ts';
import type { ChangeScope } from '../store/registry-database.ts';
import { readSetting, writeSetting } from '../store/setting-store.ts';
import { addBlobs, addVersion, removedDigest } from '../store/version-writes.ts';
import { examine } from './examine.ts';
import type { Verdict } from './examine.ts';
import { channelsWith } from './known-remotes.ts';
import type { KnownRemote } from './known-remotes.ts';
import { readBody } from './read-body.ts';
import type { RegistryParts } from './registry-parts.ts';
import { createTurns } from './turns.ts';

/** Where the bytes of a version come from. */
export type PublishSource =
  | { readonly kind: 'url'; readonly body: unknown }
  | ({ readonly kind: 'upload' } & Upload);

/** What somebody publishes. */
export interface PublishRequest {
  readonly caller: Caller;
  readonly id: string;
  readonly source: PublishSource;
  /** Moves this channel to the version, in the same commit. */
  readonly channel?: string | undefined;
}

/** Publishes versions. */
export interface Publishing {
  /** @throws REGISTRY_VERSION_EXISTS, REGISTRY_CHECKS_FAILED with the findings, the UPLOAD_ errors, REGISTRY_PERMISSION_MISSING */
  publish(request: PublishRequest): Promise<PublishedVersion>;
  /** The checks of an upload, without effect. */
  preflightUpload(caller: Caller, source: Extract<PublishSource, { kind: 'upload' }>): Promise<PreflightReport>;
}

const urlBody = v.strictObject({ url: httpUrlSchema });
const ruleNames = [...registryRules.map(rule => rule.name), 'every-file-is-listed', configRule];

function bytesOf({ assets }: PluginManifest): number {
  return assets.reduce((sum, asset) => sum + asset.bytes, 0);
}

function publishedRegistration(id: string): Registration {
  return { origin: 'call', kind: 'published', id, expectedId: id, location: '' };
}

/** The service that makes versions of uploads and of what hosts have at the moment. */
export function createPublishing(parts: RegistryParts): Publishing {
  const { core, board, remotes, versions, gate, visibility, quota, sweeping } = parts;
  const inTurn = createTurns(uploadTurns);

  async function read(source: PublishSource, registration: Registration, withSignature: boolean): Promise<Artifact> {
    if (source.kind === 'upload') return artifactOf(await readArchive(await readUpload(source, parts.uploadLimitMs)));
    const { url } = readBody(urlBody, source.body);
    const reader = { ...parts.reader, allowHosts: parts.reader.allowHosts, withSignature };
    const { content, blobs } = await readHosted(reader, { ...registration, location: url });
    return { content, blobs, findings: [] };
  }

  async function check(registration: Registration, artifact: Artifact, remote: KnownRemote | undefined): Promise<Verdict> {
    const publisherKey = remote?.record.switches.publisherKey;
    const surroundings = { offer: parts.offerFile.current(), remotes: board.remotes(), publisherKey, isRegistered: true };
    const { findings, ...verdict } = examine(registration, artifact.content, surroundings);
    const all = [...artifact.findings, ...findings, ...(await parts.configChecks.findingsOf(verdict.manifest))];
    return { ...verdict, ok: isAcceptable(all), findings: all };
  }

  /** The same bytes again are no change; others under the same version are refused. */
  async function publishedBefore(id: string, { version, manifest }: { version: string; manifest: PluginManifest }): Promise<boolean> {
    const before = await versions.find(id, version);
    if (!before) return false;
    if (before.digest === versionDigest(manifest)) return true;
    throw createError(registryErrors.VERSION_EXISTS, { remote: id, version });
  }

  interface Kept {
    readonly id: string;
    readonly caller: Caller;
    readonly manifest: PluginManifest;
    readonly blobs: ReadonlyMap<string, Buffer>;
    readonly location: string;
    readonly isNew: boolean;
    readonly channel: string | undefined;
    /** Nobody named the channel: it is moved only where it gives nothing yet. */
    readonly isImplied: boolean;
    /** That the version was held against. */
    readonly publisherKey: string | undefined;
  }

  async function moveTo(scope: ChangeScope, { id, manifest, channel, isImplied }: Kept, actor: string): Promise<object[]> {
    if (channel === undefined) return [];
    const key = { remote: id, kind: 'channel', name: channel } as const;
    const before = (await readSetting(scope.transaction, key))?.value as ChannelValue | undefined;
    // Another replica may have given it something that this one has not heard of.
    if (isImplied && before) return [];
    const at = new Date().toISOString();
    const after = moveChannel(before, { version: manifest.version }, { channel, actor, at });
    await writeSetting(scope, key, after);
    return [{ remote: id, subject: `channel ${channel}`, before: before ?? null, after }];
  }

  /** Somebody else may have registered the remote meanwhile: then it is theirs to say who publishes to it. */
  async function registerNow(scope: ChangeScope, { id, caller, manifest }: Kept): Promise<void> {
    const key = { remote: id, kind: 'remote', name: '' } as const;
    if (await addRegistration(scope.transaction, publishedRegistration(id))) {
      const owner = declaredOwner(manifest);
      await writeSetting(scope, key, owner === undefined ? {} : { owner });
      return;
    }
    const switches = (await readSetting(scope.transaction, key))?.value as RemoteSwitches | undefined;
    const [may] = await gate.permissionsOf(caller, [{ ...switches }]);
    if (may?.includes('publish')) return;
    throw createError(registryErrors.PERMISSION_MISSING, { permission: 'registry.remote.publish', remote: id, owner: ownerOf({ ...switches }) });
  }

  /** The remote is still there, and wants the signature that was looked at: somebody may have changed it a moment ago. */
  async function requireUnchanged(scope: ChangeScope, { id, publisherKey }: Kept): Promise<void> {
    const switches = (await readSetting(scope.transaction, { remote: id, kind: 'remote', name: '' }))?.value as RemoteSwitches | undefined;
    if (switches?.publisherKey !== publisherKey) throw createError(registryErrors.REMOTE_CHANGED, { remote: id });
    const isConfigured = remotes.find(id)?.registration.origin === 'configuration';
    if (!isConfigured && !(await isRegistered(scope.transaction, id))) throw createError(registryErrors.REMOTE_UNKNOWN, { remote: id });
  }

  /** One commit: before it nobody sees anything of the version, after it everybody sees all of it. */
  async function keep(kept: Kept): Promise<boolean> {
    const { id, caller, manifest, blobs, location, isNew } = kept;
    const { version } = manifest;
    const actor = nameOf(caller);
    return core.change({
      prepare: transaction => addBlobs(transaction, blobs),
      async work(scope) {
        const { transaction } = scope;
        const twin = await transaction('versions').where({ remote_id: id, version }).first('digest');
        const digest = versionDigest(manifest);
        if (twin) {
          if (twin.digest === digest) return false;
          throw createError(registryErrors.VERSION_EXISTS, { remote: id, version });
        }
        if ((await removedDigest(transaction, id, version) ?? digest) !== digest) throw createError(registryErrors.VERSION_EXISTS, { remote: id, version });
        if (isNew) await registerNow(scope, kept);
        await requireUnchanged(scope, kept);
        const bytes = bytesOf(manifest);
        requireRoom(quota, id, { used: await readUsage(transaction, id), bytes });
        const made = { createdAt: new Date().toISOString(), createdBy: actor };
        await addVersion(transaction, { remote: id, version, kind: 'published', location, manifest, bytes, digest, ...made });
        const moves = await moveTo(scope, kept, actor);
        const after = { version, digest, bytes, files: manifest.assets.length };
        const changes = [{ remote: id, subject: `version ${version}`, before: null, after }, ...(moves as [])];
        await writeAudit(transaction, { actor, action: 'version.publish', remote: id, changes });
        return true;
      },
    });
  }

  /** The version is there already; the channel that was asked for gives another one. False when it was deleted meanwhile. */
  async function moveOnly(kept: Kept): Promise<boolean> {
    const { id, caller, manifest } = kept;
    const actor = nameOf(caller);
    return core.change({
      async work(scope) {
        const isThere = await scope.transaction('versions').where({ remote_id: id, version: manifest.version }).first('number');
        if (!isThere) return false;
        const changes = (await moveTo(scope, kept, actor)) as AuditChange[];
        await writeAudit(scope.transaction, { actor, action: 'channel.move', remote: id, changes });
        return true;
      },
    });
  }

  /** The first version that is not a trial is for everyone: before it there is nothing that could be kept. */
  function channelOf(remote: KnownRemote | undefined, version: string, wanted: string | undefined): string | undefined {
    if (wanted !== undefined) return wanted;
    const hasStable = remote?.record.channels.some(({ channel }) => channel === stableChannel) ?? false;
    const isFirst = !hasStable && (remote === undefined || remote.registration.kind === 'published');
    return isFirst && !isPrerelease(version) ? stableChannel : undefined;
  }

  async function passAll(caller: Caller, remote: KnownRemote, channel: string | undefined): Promise<void> {
    await gate.pass({ caller, permission: 'publish', action: 'version.publish', remote });
    if (channel !== undefined) await gate.pass({ caller, permission: 'promote', action: 'version.publish', remote });
  }

  async function publish({ caller, id, source, channel }: PublishRequest): Promise<PublishedVersion> {
    const before = remotes.find(id);
    const isSigned = before?.record.switches.publisherKey !== undefined;
    const artifact = await read(source, { ...(before?.registration ?? publishedRegistration(id)), expectedId: id }, isSigned);
    // The remote as it is when everything has arrived, which may take a minute.
    const remote = remotes.find(id);
    if (remote) await passAll(caller, remote, channel);
    const registration = remote?.registration ?? publishedRegistration(id);
    const { ok, findings, manifest } = await check({ ...registration, expectedId: id }, artifact, remote);
    const owner = remote?.owner ?? declaredOwner(manifest);
    if (!remote) await gate.pass({ caller, permission: 'register', action: 'version.publish', remote: { id, owner } });
    if (!ok || !manifest) throw checksFailed(id, findings);
    const raw = artifact.content.manifest as PluginManifest;
    const { version } = raw;
    const bytes = bytesOf(raw);
    const isAgain = await publishedBefore(id, { version, manifest: raw });
    const target = channelOf(remote, version, channel);
    const location = source.kind === 'url' ? String((source.body as { url?: unknown }).url) : '';
    const kept: Kept = { id, caller, manifest: raw, blobs: artifact.blobs, location, isNew: !remote, channel: target, isImplied: channel === undefined, publisherKey: remote?.record.switches.publisherKey };
    const given = remote ? channelsWith(remote, version) : [];
    const isDone = isAgain && (channel === undefined || given.includes(channel) || (await moveOnly(kept)));
    const created = isDone ? false : await withRoom(sweeping, id, () => keep(kept));
    const known = remotes.find(id);
    const channels = known ? channelsWith(known, version) : [];
    const told = findings.map((finding: Finding) => ({ ...finding }));
    return { remote: id, version, created, files: raw.assets.length, bytes, channels, findings: told };
  }

  return {
    async publish(request) {
      const id = readBody(remoteIdSchema, request.id);
      const channel = request.channel === undefined ? undefined : readBody(channelNameSchema, request.channel);
      const remote = remotes.find(id);
      const { caller } = request;
      // Before anything of the body is read. Who may not register hears the same of a name that is taken and of one that is free.
      if (remote && ((await gate.mayRegister(caller)) || !(await visibility.hiddenFrom(caller)).has(id))) await passAll(caller, remote, channel);
      else {
        const owner = caller.type === 'user' ? caller.ownershipEntityRefs[0] : undefined;
        await gate.pass({ caller, permission: 'register', action: 'version.publish', remote: { id, owner } });
      }
      return inTurn(nameOf(caller), () => publish({ ...request, id, channel }));
    },
    preflightUpload: (caller, source) =>
      inTurn(nameOf(caller), async () => {
        const registration = publishedRegistration('new-remote');
        const artifact = await read(source, registration, false);
        const id = (artifact.content.manifest as { id?: unknown } | null)?.id;
        const remote = typeof id === 'string' ? remotes.find(id) : undefined;
        const { expectedId: _any, ...anyId } = registration;
        const { ok, findings, manifest } = await check(remote?.registration ?? anyId, artifact, remote);
        const known = manifest ? { id: manifest.id, version: manifest.version } : {};
        return { ok, ...known, rules: ruleNames, findings: findings.map((finding: Finding) => ({ ...finding })) };
      }),
  };
}
