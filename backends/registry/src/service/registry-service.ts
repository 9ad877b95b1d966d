import type { Offer } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import { isAcceptable } from '@portico/remote-checks';
import type { Finding } from '@portico/remote-checks';
import type { ArtifactFinder } from '../artifacts/artifact-finder.ts';
import type { HostedReader } from '../mirror/read-hosted.ts';
import type { OfferFile } from '../offering/offer-file.ts';
import type { OfferingBoard } from '../offering/offering-board.ts';
import type { JudgedRemote } from '../offering/offering.ts';
import { checksFailed } from '../remotes/check-remote.ts';
import type { Registration } from '../remotes/registration.ts';
import type { RegistrationStore } from '../store/registration-store.ts';
import type { VersionStore } from '../store/version-store.ts';
import { checkAmong, examine } from './examine.ts';
import type { Examination } from './examine.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { readRegistrationRequest } from './registration-request.ts';
import type { RemoteFollower } from './remote-follower.ts';
import { remoteReport, remoteSummary } from './remote-report.ts';

/** Everything that callers of the registry can ask of it. */
export interface RegistryService {
  /** Reads all remotes, at the start and when the configuration changed; hosted ones as they were kept, without asking their hosts. */
  start(): Promise<void>;
  /** Looks whether build folders or the shell's offer have changed. */
  lookAtFolders(): Promise<void>;
  /** Asks the hosts of remotes for new builds. */
  probeHosts(signal: AbortSignal): Promise<void>;
  /** @throws REGISTRY_OFFER_MISSING */
  offer(): Offer;
  list(): object[];
  /** @throws REGISTRY_REMOTE_UNKNOWN */
  report(id: string): Promise<object>;
  /** @throws REGISTRY_BODY_INVALID */
  preflight(body: unknown): Promise<{ ok: boolean; findings: readonly Finding[] }>;
  /** @throws REGISTRY_BODY_INVALID, REGISTRY_CHECKS_FAILED with the findings, REGISTRY_ID_TAKEN */
  register(body: unknown): Promise<{ id: string; report: object }>;
  /** @throws REGISTRY_REMOTE_UNKNOWN, REGISTRY_REMOTE_CONFIGURED */
  unregister(id: string): Promise<void>;
}

/** What the service works with. */
export interface RegistryParts {
  readonly board: OfferingBoard;
  readonly finder: ArtifactFinder;
  readonly follower: RemoteFollower;
  readonly offerFile: OfferFile;
  readonly registrations: RegistrationStore;
  readonly versions: VersionStore;
  readonly reader: HostedReader;
  allowedOrigins(): readonly string[];
}

/** Makes the service. Changes run one at a time. */
export function createRegistryService(parts: RegistryParts): RegistryService {
  const { board, finder, follower, offerFile, registrations, versions } = parts;
  const oneAtATime = createOneAtATime();

  async function show(): Promise<void> {
    await board.update(follower.states(), offerFile.current());
    finder.offer(board.remotes());
  }

  function known(id: string): JudgedRemote {
    const remote = board.remotes().find(one => one.id === id && !one.hidden);
    if (!remote) throw createError(registryErrors.REMOTE_UNKNOWN, { remote: id });
    return remote;
  }

  function examineNow(registration: Registration): Promise<Examination> {
    const offer = offerFile.current();
    const options = { reader: parts.reader, allowedOrigins: parts.allowedOrigins(), remotes: board.remotes() };
    return examine(registration, { ...options, ...(offer ? { offer } : {}) });
  }

  return {
    start: () =>
      oneAtATime(async () => {
        await offerFile.refresh();
        await follower.start();
        await show();
      }),
    lookAtFolders: () =>
      oneAtATime(async () => {
        const otherOffer = await offerFile.refresh();
        if ((await follower.lookAtFolders()) || otherOffer) await show();
      }),
    async probeHosts(signal) {
      // Slow hosts must not hold up other changes: only taking over what they gave is done one at a time.
      await follower.probeHosts(signal, take => oneAtATime(async () => ((await take()) ? show() : undefined)));
    },
    offer() {
      const offer = offerFile.current();
      if (!offer) throw createError(registryErrors.OFFER_MISSING, { path: offerFile.path });
      return offer;
    },
    list: () => board.remotes().map(remoteSummary),
    report: async id => remoteReport(known(id), await versions.list(id)),
    async preflight(body) {
      const { ok, findings } = await examineNow(readRegistrationRequest(body));
      return { ok, findings };
    },
    async register(body) {
      const registration = readRegistrationRequest(body);
      const { ok, findings, manifest, hosted } = await examineNow(registration);
      if (!ok || !manifest || !hosted) throw checksFailed(manifest?.id ?? registration.id, findings);
      const { id } = manifest;
      const kept = { ...registration, id, expectedId: id };
      return oneAtATime(async () => {
        // Another remote may have come while the host was asked.
        const inPortal = checkAmong(board.remotes(), manifest);
        if (!isAcceptable(inPortal)) throw checksFailed(id, inPortal);
        if (!(await registrations.add(kept))) throw createError(registryErrors.ID_TAKEN, { remote: id });
        await follower.add(kept, hosted);
        await show();
        return { id, report: remoteReport(known(id), await versions.list(id)) };
      });
    },
    unregister: id =>
      oneAtATime(async () => {
        const { registration } = board.remotes().find(one => one.id === id && one.registration.origin === 'call') ?? known(id);
        if (registration.origin === 'configuration') throw createError(registryErrors.REMOTE_CONFIGURED, { remote: id });
        await registrations.remove(registration.id);
        await versions.removeAll(registration.id);
        follower.remove(registration);
        await show();
      }),
  };
}
