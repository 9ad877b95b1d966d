import type { LoggerService, MetricsService, PermissionsRegistryService, PermissionsService } from '@portico/backend-framework';
import { registryNoticeTopic, registryRevisionTopic } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { isAcceptable } from '@portico/remote-checks';
import { createGate, declarePermissions } from './access/gate.ts';
import type { Gate } from './access/gate.ts';
import { createVisibility } from './access/visibility.ts';
import type { Visibility } from './access/visibility.ts';
import { createArtifactFinder } from './artifacts/artifact-finder.ts';
import type { ArtifactFinder } from './artifacts/artifact-finder.ts';
import type { RegistryConfig } from './config/registry-config.ts';
import { createConfigChecks } from './configuration/config-checks.ts';
import type { PortalConfiguration } from './configuration/config-checks.ts';
import type { RegistryServices } from './http/registry-router.ts';
import { createImpact } from './impact/impact.ts';
import type { HostedReader } from './mirror/read-hosted.ts';
import { createStoredContents } from './mirror/stored-contents.ts';
import { createOfferFile } from './offering/offer-file.ts';
import type { OfferFile } from './offering/offer-file.ts';
import { createOfferingBoard } from './offering/offering-board.ts';
import type { OfferingBoard } from './offering/offering-board.ts';
import { createOverrides } from './overrides/overrides.ts';
import { checkAlone, checksFailed } from './remotes/check-remote.ts';
import { createSweeping } from './retention/sweeping.ts';
import type { Sweeping } from './retention/sweeping.ts';
import { createAuditTrail } from './service/audit-trail.ts';
import { createChannelMoves } from './service/channel-moves.ts';
import { readHostedRemote } from './service/examine.ts';
import { createKnownRemotes } from './service/known-remotes.ts';
import { createMirroring } from './service/mirroring.ts';
import { createPublishing } from './service/publishing.ts';
import { createRegistering } from './service/registering.ts';
import { createRegistryCore } from './service/registry-core.ts';
import type { RegistryCore } from './service/registry-core.ts';
import type { RegistryParts } from './service/registry-parts.ts';
import { createRemoteFollower } from './service/remote-follower.ts';
import type { RemoteFollower } from './service/remote-follower.ts';
import { createRemoteLookup } from './service/remote-lookup.ts';
import { createWithdrawing } from './service/withdrawing.ts';
import { checkSignature } from './signing/check-signature.ts';
import { createOverrideStore } from './store/override-store.ts';
import { readRegistrations } from './store/registration-store.ts';
import type { RegistryDatabase } from './store/registry-database.ts';
import { createRevisionStore } from './store/revision-store.ts';
import { createVersionStore } from './store/version-store.ts';
import type { VersionStore } from './store/version-store.ts';
import { createNotices } from './telemetry/notices.ts';
import { createTelemetry } from './telemetry/telemetry.ts';
import { createViolations } from './violations/violations.ts';
import type { TakeReports } from './violations/violations.ts';

/** What the registry is put together from. */
export interface AssemblyOptions {
  readonly database: RegistryDatabase;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
  /** Whether testers may make remotes fail. */
  readonly chaosAllowed: boolean;
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  /** As it is now. */
  config(): RegistryConfig;
  /** All of it, for what remotes ask of their own part. */
  readonly configuration: PortalConfiguration;
  reader(versions: VersionStore): HostedReader;
  /** Sends to everyone who follows a topic. */
  publish(topic: string, payload: unknown): void;
}

/** The parts of a registry that the plugin connects with its surroundings. */
export interface AssembledRegistry {
  readonly core: RegistryCore;
  readonly board: OfferingBoard;
  readonly finder: ArtifactFinder;
  readonly follower: RemoteFollower;
  readonly gate: Gate;
  readonly visibility: Visibility;
  readonly offerFile: OfferFile;
  readonly sweeping: Sweeping;
  readonly takeReports: TakeReports;
  /** Logs where the configuration is not what remotes ask for. */
  tellConfigFaults(): Promise<void>;
  readonly impact: ReturnType<typeof createImpact>;
  readonly services: RegistryServices;
}

function sweepingOver({ database, logger, metrics, config }: AssemblyOptions, core: Pick<RegistryCore, 'change'>): Sweeping {
  return createSweeping({ database, core, logger, metrics, policy: config().retention });
}

function createFollower(options: AssemblyOptions, parts: { versions: VersionStore; offerFile: OfferFile; board: OfferingBoard; reader: HostedReader }): RemoteFollower {
  const { database, config } = options;
  const { versions, offerFile, board, reader } = parts;
  const keyOf = (id: string): string | undefined => board.recordOf(id).switches.publisherKey;
  return createRemoteFollower({
    registrations: async () => [...config().registrations, ...(await readRegistrations(database.knex))],
    versions,
    check(registration, content) {
      const verdict = checkAlone(registration, content, offerFile.current());
      const findings = registration.kind === 'mirror' ? checkSignature(content, keyOf(registration.id)) : [];
      if (verdict.reason || isAcceptable(findings)) return verdict;
      return { ...verdict, findings: [...verdict.findings, ...findings], reason: checksFailed(registration.id, findings) };
    },
    read(registration, signal) {
      const { allowHosts } = reader;
      const withSignature = keyOf(registration.id) !== undefined;
      const { allowedOrigins } = config();
      return readHostedRemote(registration, { reader: { ...reader, allowHosts, signal, withSignature }, allowedOrigins });
    },
    keep: createMirroring({ database, quota: config().quota, sweeping: sweepingOver(options, { change: async change => (await database.change(change)).result }) }),
  });
}

/** Puts the registry together; it offers nothing before `core.start`. */
export function assembleRegistry(options: AssemblyOptions): AssembledRegistry {
  const { database, logger, config, publish } = options;
  const versions = createVersionStore(database.knex);
  const board = createOfferingBoard({ contents: createStoredContents(versions), logger, chaosAllowed: options.chaosAllowed });
  const offerFile = createOfferFile(config().offerFile);
  const finder = createArtifactFinder(versions);
  const reader = options.reader(versions);
  const follower = createFollower(options, { versions, offerFile, board, reader });
  const remotes = createKnownRemotes(board, follower);
  const configChecks = createConfigChecks(options.configuration, logger);
  const readNotices = createNotices({ database, remotes });
  const tellConfigFaults = async (): Promise<void> =>
    configChecks.tell(board.remotes()).catch((thrown: unknown) => logger.warn('The configuration could not be held against what remotes ask for', { reason: messageOf(thrown) }));
  const core = createRegistryCore({
    board, finder, follower, offerFile, database, versions,
    revisions: createRevisionStore(database),
    publish(revision) {
      void tellConfigFaults();
      publish(registryRevisionTopic, { revision });
      readNotices().then(
        notices => notices.forEach(notice => publish(registryNoticeTopic, notice)),
        (thrown: unknown) => logger.warn('The audit trail could not be read for notices', { reason: messageOf(thrown) }),
      );
    },
  });
  const gate = createGate({ permissions: options.permissions, database });
  declarePermissions(options.permissionsRegistry, remotes.find);
  const visibility = createVisibility({ gate, remotes });
  const parts: RegistryParts = {
    gate, visibility, core, board, follower, remotes, offerFile, configChecks, database, versions, reader,
    allowedOrigins: () => config().allowedOrigins,
    quota: config().quota,
    retention: config().retention,
    sweeping: sweepingOver(options, core),
    uploadLimitMs: config().uploadTimeoutMs,
  };
  const takeReports = createViolations({ database, remotes, metrics: options.metrics });
  const services: RegistryServices = {
    lookup: createRemoteLookup(parts),
    registering: createRegistering(parts),
    publishing: createPublishing(parts),
    moves: createChannelMoves(parts),
    auditTrail: createAuditTrail(parts),
    telemetry: createTelemetry(parts, config().errorBudget, logger),
    overrides: createOverrides({ parts, store: createOverrideStore(database.knex), settings: () => config().overrides, now: Date.now }),
    withdraw: createWithdrawing(parts),
  };
  return { core, board, finder, follower, gate, visibility, offerFile, sweeping: parts.sweeping, takeReports, impact: createImpact(parts), tellConfigFaults, services };
}
