import { channelNameSchema, remoteIdSchema, stableChannel } from '@portico/contracts';
import type { PluginManifest, PreflightReport, PublishedVersion } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import { isPrerelease } from '@portico/remote-checks';
import type { Finding } from '@portico/remote-checks';
import { nameOf } from '../access/access.ts';
import type { Caller } from '../access/access.ts';
import { versionDigest } from '../artifacts/digest.ts';
import { declaredOwner } from '../model/owner.ts';
import { createArtifactExamination, publishRules } from '../publishing/examine-artifact.ts';
import type { PublishSource } from '../publishing/examine-artifact.ts';
import { createVersionKeeper, publishedRegistration } from '../publishing/keep-version.ts';
import { bytesOf } from '../publishing/kept-version.ts';
import type { KeptVersion } from '../publishing/kept-version.ts';
import { uploadTurns } from '../publishing/limits.ts';
import { checksFailed } from '../remotes/check-remote.ts';
import { withRoom } from '../retention/with-room.ts';
import { channelsWith } from './known-remotes.ts';
import type { KnownRemote } from './known-remotes.ts';
import { readBody } from './read-body.ts';
import type { RegistryParts } from './registry-parts.ts';
import { createTurns } from './turns.ts';

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

/** The first version that is not a trial is for everyone: before it there is nothing that could be kept. */
function channelOf(remote: KnownRemote | undefined, version: string, wanted: string | undefined): string | undefined {
  if (wanted !== undefined) return wanted;
  const hasStable = remote?.record.channels.some(({ channel }) => channel === stableChannel) ?? false;
  const isFirst = !hasStable && (remote === undefined || remote.registration.kind === 'published');
  return isFirst && !isPrerelease(version) ? stableChannel : undefined;
}

const told = (findings: readonly Finding[]): Finding[] => findings.map(finding => ({ ...finding }));

/** The service that makes versions of uploads and of what hosts have at the moment. */
export function createPublishing(parts: RegistryParts): Publishing {
  const { remotes, versions, gate, visibility, sweeping } = parts;
  const { read, check } = createArtifactExamination(parts);
  const keeper = createVersionKeeper(parts);
  const inTurn = createTurns(uploadTurns);

  /** The same bytes again are no change; others under the same version are refused. */
  async function publishedBefore(id: string, manifest: PluginManifest): Promise<boolean> {
    const { version } = manifest;
    const before = await versions.find(id, version);
    if (!before) return false;
    if (before.digest === versionDigest(manifest)) return true;
    throw createError(registryErrors.VERSION_EXISTS, { remote: id, version });
  }

  async function passAll(caller: Caller, remote: KnownRemote, channel: string | undefined): Promise<void> {
    await gate.pass({ caller, permission: 'publish', action: 'version.publish', remote });
    if (channel !== undefined) await gate.pass({ caller, permission: 'promote', action: 'version.publish', remote });
  }

  /** What was asked for is so already, or is so once a channel has moved. */
  async function isDone(kept: KeptVersion, remote: KnownRemote | undefined): Promise<boolean> {
    if (!(await publishedBefore(kept.id, kept.manifest))) return false;
    if (kept.isImplied || kept.channel === undefined) return true;
    const given = remote ? channelsWith(remote, kept.manifest.version) : [];
    return given.includes(kept.channel) || keeper.moveOnly(kept);
  }

  async function publish({ caller, id, source, channel }: PublishRequest): Promise<PublishedVersion> {
    const before = remotes.find(id);
    const isSigned = before?.record.switches.publisherKey !== undefined;
    const artifact = await read(source, { ...(before?.registration ?? publishedRegistration(id)), expectedId: id }, isSigned);
    // The remote as it is when everything has arrived, which may take a minute.
    const remote = remotes.find(id);
    if (remote) await passAll(caller, remote, channel);
    const registration = remote?.registration ?? publishedRegistration(id);
    const { ok, findings, manifest: shown } = await check({ ...registration, expectedId: id }, artifact, remote);
    const owner = remote?.owner ?? declaredOwner(shown);
    if (!remote) await gate.pass({ caller, permission: 'register', action: 'version.publish', remote: { id, owner } });
    if (!ok || !shown) throw checksFailed(id, findings);
    const manifest = artifact.content.manifest as PluginManifest;
    const { version } = manifest;
    const kept: KeptVersion = {
      id,
      caller,
      manifest,
      blobs: artifact.blobs,
      location: source.kind === 'url' ? String((source.body as { url?: unknown }).url) : '',
      isNew: !remote,
      channel: channelOf(remote, version, channel),
      isImplied: channel === undefined,
      publisherKey: remote?.record.switches.publisherKey,
    };
    const created = (await isDone(kept, remote)) ? false : await withRoom(sweeping, id, () => keeper.keep(kept));
    const known = remotes.find(id);
    const channels = known ? channelsWith(known, version) : [];
    return { remote: id, version, created, files: manifest.assets.length, bytes: bytesOf(manifest), channels, findings: told(findings) };
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
        return { ok, ...known, rules: publishRules, findings: told(findings) };
      }),
  };
}
