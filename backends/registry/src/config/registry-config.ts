import path from 'node:path';
import type { ConfigReader } from '@portico/config';
import type { Registration } from '../remotes/registration.ts';
import type { Quota, RetentionPolicy } from '../retention/retention-policy.ts';
import type { ErrorBudget } from '../telemetry/error-budget.ts';
import { readOverrideSettings } from './override-settings.ts';
import type { OverrideSettings } from './override-settings.ts';

/** The registry's configuration. `remotes`, `origins` and `overrides` follow changes of the files, the rest is of the start. */
export interface RegistryConfig {
  readonly registrations: readonly Registration[];
  readonly artifactsArePublic: boolean;
  readonly allowedOrigins: readonly string[];
  readonly offerFile: string;
  readonly watchIntervalMs: number;
  readonly probeIntervalMs: number;
  /** How often the revision is looked at where other processes share the database. */
  readonly pollIntervalMs: number;
  /** For all files of a hosted remote together. */
  readonly hostTimeoutMs: number;
  /** For an upload to arrive. */
  readonly uploadTimeoutMs: number;
  readonly quota: Quota;
  readonly retention: RetentionPolicy;
  /** How often what nobody uses is taken away. */
  readonly sweepIntervalMs: number;
  /** Requests of one address with reports about the page's policy. */
  readonly reportsPerMinute: number;
  /** Reports of one user about how versions fare. */
  readonly telemetryPerMinute: number;
  readonly errorBudget: ErrorBudget;
  /** Whether testers may make remotes fail; undefined: in development only. */
  readonly chaosAllowed: boolean | undefined;
  readonly overrides: OverrideSettings;
}

/** A build folder is `<remote>/dist` as a rule: then the folder above it has the name. */
function idOfFolder(location: string): string {
  const folder = path.resolve(location);
  const name = path.basename(folder);
  const stem = ['dist', 'build', 'out'].includes(name) ? path.basename(path.dirname(folder)) : name;
  return stem.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 63) || 'remote';
}

function readRegistration(entry: ConfigReader): Registration {
  const folder = entry.getOptionalString('path');
  const id = entry.getOptionalString('id');
  const route = entry.getOptionalString('route');
  const title = entry.getOptionalString('title');
  const overrides = { ...(route === undefined ? {} : { route }), ...(title === undefined ? {} : { title }) };
  if (folder !== undefined) {
    const expected = id === undefined ? {} : { expectedId: id };
    return { origin: 'configuration', kind: 'folder', id: id ?? idOfFolder(folder), location: folder, ...expected, ...overrides };
  }
  const type = entry.getOptionalString('type');
  const global = entry.getOptionalString('global');
  return {
    origin: 'configuration',
    kind: entry.getOptionalBoolean('live') ? 'live' : 'mirror',
    id: entry.getString('id'),
    expectedId: entry.getString('id'),
    location: entry.getString('url'),
    ...overrides,
    ...(type === 'module' || type === 'script' ? { type } : {}),
    ...(global === undefined ? {} : { global }),
  };
}

function readErrorBudget(config: ConfigReader): ErrorBudget {
  const number = (key: string, otherwise: number): number => config.getOptionalNumber(`registry.errorBudget.${key}`) ?? otherwise;
  return { windowMinutes: number('windowMinutes', 5), users: number('users', 5), loads: number('loads', 20), errorRate: number('errorRate', 0.1) };
}

function readRetention(config: ConfigReader): RetentionPolicy {
  const number = (key: string, otherwise: number): number => config.getOptionalNumber(`registry.retention.${key}`) ?? otherwise;
  return { previousVersions: number('previousVersions', 5), newestVersions: number('newestVersions', 3), unusedDays: number('unusedDays', 30), versionsPerUser: number('versionsPerUser', 10) };
}

/** Reads `registry.*` and the place of the shell's build. */
export function readRegistryConfig(config: ConfigReader): RegistryConfig {
  const shellDirectory = config.getOptionalString('app.shellDirectory') ?? 'shell/dist';
  return {
    registrations: (config.getOptionalConfigArray('registry.remotes') ?? []).map(readRegistration),
    artifactsArePublic: config.getOptionalBoolean('registry.artifacts.public') ?? false,
    allowedOrigins: config.getOptionalStringArray('registry.origins.allowed') ?? [],
    offerFile: config.getOptionalString('registry.offerFile') ?? path.join(shellDirectory, 'offer.json'),
    watchIntervalMs: config.getOptionalNumber('registry.watchIntervalMs') ?? 1000,
    probeIntervalMs: config.getOptionalNumber('registry.probeIntervalMs') ?? 60_000,
    pollIntervalMs: config.getOptionalNumber('registry.pollIntervalMs') ?? 500,
    hostTimeoutMs: config.getOptionalNumber('registry.hostTimeoutMs') ?? 30_000,
    uploadTimeoutMs: config.getOptionalNumber('registry.uploadTimeoutMs') ?? 60_000,
    quota: {
      bytes: (config.getOptionalNumber('registry.quotaMegabytes') ?? 512) * 1024 * 1024,
      versions: config.getOptionalNumber('registry.quotaVersions') ?? 500,
    },
    retention: readRetention(config),
    reportsPerMinute: config.getOptionalNumber('registry.cspReports.perMinute') ?? 60,
    sweepIntervalMs: (config.getOptionalNumber('registry.retention.sweepMinutes') ?? 60) * 60_000,
    telemetryPerMinute: config.getOptionalNumber('registry.telemetry.perMinute') ?? 240,
    errorBudget: readErrorBudget(config),
    chaosAllowed: config.getOptionalBoolean('registry.chaos.allowed'),
    overrides: readOverrideSettings(config),
  };
}
