import { createHash } from 'node:crypto';
import { telemetrySchema } from '@portico/contracts';
import type { RemoteHealth } from '@portico/contracts';
import type { LoggerService, UserPrincipal } from '@portico/backend-framework';
import { messageOf } from '@portico/errors';
import { viewerOf } from '../access/viewer-of.ts';
import { isVisible } from '../resolution/resolve-version.ts';
import { channelsWith, hasVersion } from '../service/known-remotes.ts';
import type { KnownRemote } from '../service/known-remotes.ts';
import { readBody } from '../service/read-body.ts';
import type { RegistryParts } from '../service/registry-parts.ts';
import { addLoads, forgetLoads, readLoads } from '../store/load-store.ts';
import type { NewLoad } from '../store/load-store.ts';
import { addSightings, forgetEarlierClaims, forgetSightings } from '../store/sighting-store.ts';
import { forgetViolations, readViolations } from '../store/violation-store.ts';
import { sightingsIn } from './sightings-in.ts';
import { createAutoRollback } from './auto-rollback.ts';
import { isError } from './outcomes.ts';
import type { ErrorBudget } from './error-budget.ts';
import { healthWindowMs, versionHealth } from './version-health.ts';

/** How long reports are kept, in milliseconds. */
const keptMs = 8 * 24 * 3600 * 1000;
const violationsKeptMs = 30 * 24 * 3600 * 1000;

/** Takes what browsers report, and says how versions fare. */
export interface TelemetryService {
  /** @throws REGISTRY_BODY_INVALID */
  report(user: UserPrincipal, body: unknown): Promise<void>;
  /** @throws REGISTRY_REMOTE_UNKNOWN */
  health(id: string): Promise<RemoteHealth>;
  /** Forgets old reports. */
  sweep(): Promise<void>;
}

function hashOf(user: string): string {
  return createHash('sha256').update(`load\n${user}`).digest('hex').slice(0, 32);
}

/** The service behind `POST /telemetry` and `GET /remotes/:id/health`. */
export function createTelemetry(parts: RegistryParts, budget: ErrorBudget, logger: LoggerService): TelemetryService {
  const { database, remotes } = parts;
  const takeBackWhereNeeded = createAutoRollback(parts, budget);
  const looking = new Map<string, Promise<void>>();

  /** Reports come in bursts: one look at a time for each version, and one more after the last report. */
  function lookAt(remote: string, version: string): void {
    const key = `${remote}/${version}`;
    const before = looking.get(key) ?? Promise.resolve();
    const look: Promise<void> = before
      .then(() => (looking.get(key) === look ? takeBackWhereNeeded(remote, version) : undefined))
      .catch((thrown: unknown) => logger.error('The error budget could not be looked at', { remote, version, reason: messageOf(thrown) }))
      .finally(() => void (looking.get(key) === look && looking.delete(key)));
    looking.set(key, look);
  }

  return {
    async report(user, body) {
      const told = readBody(telemetrySchema, body);
      const { events } = told;
      const [atMs, userHash] = [Date.now(), hashOf(user.userEntityRef)];
      const viewer = viewerOf(user);
      // What is not there, or not for this user, can't have been loaded; what an override has put in its place is nobody else's concern.
      const find = (id: string): KnownRemote | undefined => {
        const remote = remotes.find(id);
        return remote && isVisible(remote.record, viewer) ? remote : undefined;
      };
      const known = events.filter(({ remote, version }) => hasVersion(find(remote), version));
      const loads = known.map(({ remote, version, outcome, code, because, ms }): NewLoad => {
        const details = { ...(code === undefined ? {} : { code }), ...(because === undefined ? {} : { because }) };
        return { remote, version, outcome, atMs, userHash, ...details, ...(ms === undefined ? {} : { ms }) };
      });
      await addLoads(database.knex, loads);
      const mostVersions = parts.retention.versionsPerUser;
      const seen = sightingsIn(told, { user: user.userEntityRef, atMs, mostVersions, find });
      await addSightings(database.knex, seen);
      await forgetEarlierClaims(database.knex, seen, mostVersions);
      for (const { remote, version } of loads.filter(isError)) lookAt(remote, version);
    },
    async health(id) {
      const remote = remotes.get(id);
      const now = Date.now();
      const rows = await readLoads(database.knex, id, now - healthWindowMs);
      const current = remote.record.channels.map(({ version }) => version);
      const shown = remote.judged?.version;
      const versions = new Set([...(shown === undefined ? [] : [shown]), ...current, ...rows.map(({ version }) => version)]);
      return {
        remote: id,
        budget: { ...budget },
        violations: await readViolations(database.knex, id),
        versions: [...versions].map(version => ({ ...versionHealth(version, rows, now), channels: channelsWith(remote, version) })),
      };
    },
    async sweep() {
      const before = Date.now() - keptMs;
      await forgetLoads(database.knex, before);
      await forgetSightings(database.knex, before);
      await forgetViolations(database.knex, Date.now() - violationsKeptMs);
    },
  };
}
