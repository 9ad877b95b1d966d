export { configRevisionTopic, heartbeatEvent, registryNoticeTopic, registryRevisionTopic } from './events.ts';
export type { PortalEvent, RegistryNotice } from './events.ts';
export { errorBodySchema } from './error-body.ts';
export type { ErrorBody } from './error-body.ts';
export { filterPredicateSchema } from './filter-predicate.ts';
export type { FilterPredicate, FilterPredicateValue } from './filter-predicate.ts';
export { jsonFault } from './json-fault.ts';
export { isWithin, matchRemote } from './match-remote.ts';
export type { RemoteRoute } from './match-remote.ts';
export { matchesPredicate } from './matches-predicate.ts';
export { readinessSchema } from './health.ts';
export type { Readiness } from './health.ts';
export { offerSchema } from './offer.ts';
export type { Offer } from './offer.ts';
export { parseShape } from './parse.ts';
export type { ParseResult, ShapeFault } from './parse.ts';
export {
  extensionPointPattern,
  integrityPattern,
  manifestAssetSchema,
  pluginDescriptionSchema,
  pluginExtensionSchema,
  pluginIdPattern,
  pluginManifestSchema,
  pluginNavigationSchema,
  pluginRouteSchema,
} from './plugin-manifest.ts';
export type {
  ManifestAsset,
  PluginDescription,
  PluginExtension,
  PluginExternalRoute,
  PluginManifest,
  PluginNavigation,
  PluginRoute,
  SharedRequirement,
} from './plugin-manifest.ts';
export { publicConfigSchema } from './public-config.ts';
export type { PublicConfig } from './public-config.ts';
export { createShapeTest } from './shape-test.ts';
export { authProvidersSchema, sessionSchema } from './session.ts';
export type { AuthProviders, Session } from './session.ts';
export { remoteEntrySchema, remoteOutlineSchema, snapshotRemoteSchema, snapshotSchema } from './snapshot.ts';
export type { RemoteEntry, RemoteOutline, RemoteOverride, Snapshot, SnapshotRemote } from './snapshot.ts';
export { auditChangeSchema, auditEntrySchema, auditPageSchema } from './registry/audit.ts';
export type { AuditChange, AuditEntry, AuditPage } from './registry/audit.ts';
export { channelMoveSchema, channelSchema, pinSchema, releaseSetSchema, rollbackSchema, stableChannel } from './registry/channel.ts';
export type { Channel, ChannelMove, Pin, ReleaseSet, Rollback } from './registry/channel.ts';
export { defaultOverrideOrigins, overrideVersionMark } from './registry/override-constants.ts';
export {
  activeOverrideSchema,
  overrideListSchema,
  overrideProposalSchema,
  overrideRenewalSchema,
  overrideRequestSchema,
  proposedOverrideSchema,
} from './registry/override.ts';
export type { ActiveOverride, OverrideList, OverrideProposal, ProposedOverride } from './registry/override.ts';
export { channelNameSchema, entityRefSchema, httpUrlSchema, remoteIdSchema, versionPattern, versionSchema } from './registry/parts.ts';
export { findingSchema, preflightReportSchema } from './registry/preflight-report.ts';
export type { PreflightFinding, PreflightReport } from './registry/preflight-report.ts';
export {
  publishedVersionSchema,
  registrationRequestSchema,
  remoteChangeSchema,
  remoteDetailSchema,
  remoteListSchema,
  remoteSummarySchema,
  remoteVersionSchema,
} from './registry/remote.ts';
export type {
  PublishedVersion,
  RegistrationRequest,
  RemoteChange,
  RemoteDetail,
  RemoteList,
  RemoteSummary,
  RemoteVersion,
} from './registry/remote.ts';
export { loadEventSchema, remoteHealthSchema, runningVersionSchema, telemetrySchema, versionHealthSchema } from './registry/telemetry.ts';
export type { LoadEvent, RemoteHealth, RunningVersion, Telemetry, VersionHealth } from './registry/telemetry.ts';
export { retentionPlanSchema } from './registry/retention.ts';
export type { RetentionPlan } from './registry/retention.ts';
export { violationListSchema, violationSchema } from './registry/violations.ts';
export type { Violation, ViolationList } from './registry/violations.ts';
export { impactRequestSchema, impactSchema } from './registry/impact.ts';
export type { Impact, ImpactRequest } from './registry/impact.ts';
