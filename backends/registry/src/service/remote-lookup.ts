import type { Offer, RemoteDetail, RemoteEntry, RemoteList } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import type { Caller } from '../access/access.ts';
import { storedEntry } from '../offering/snapshot-remote.ts';
import { inUseMs } from '../retention/retention-policy.ts';
import { usesOf } from '../retention/version-uses.ts';
import { readSeen } from '../store/sighting-store.ts';
import type { RegistryParts } from './registry-parts.ts';
import { remoteReport, remoteSummary } from './remote-report.ts';

/** What everybody may ask about the remotes that they may know of. */
export interface RemoteLookup {
  /** @throws REGISTRY_OFFER_MISSING */
  offer(): Offer;
  /** Without those that are hidden from the caller. */
  list(caller: Caller): Promise<RemoteList>;
  /** @throws REGISTRY_REMOTE_UNKNOWN */
  report(caller: Caller, id: string): Promise<RemoteDetail>;
  /** How a version is loaded. @throws REGISTRY_REMOTE_UNKNOWN, REGISTRY_VERSION_UNKNOWN */
  entry(id: string, version: string): Promise<RemoteEntry>;
}

/** Makes the look-up. */
export function createRemoteLookup({ gate, visibility, remotes, offerFile, configChecks, database, versions, retention, quota }: RegistryParts): RemoteLookup {
  async function filesOf(id: string): Promise<Map<string, number>> {
    const rows = (await database.knex('assets')
      .join('versions', 'versions.number', 'assets.version_number')
      .where('versions.remote_id', id)
      .groupBy('versions.version')
      .select('versions.version as version')
      .count({ files: '*' })) as { version: string; files: number | string }[];
    return new Map(rows.map(row => [row.version, Number(row.files)]));
  }
  return {
    offer() {
      const offer = offerFile.current();
      if (!offer) throw createError(registryErrors.OFFER_MISSING, { path: offerFile.path });
      return offer;
    },
    async list(caller) {
      const hidden = await visibility.hiddenFrom(caller);
      const all = remotes.list().filter(({ id }) => !hidden.has(id));
      const may = await gate.permissionsOf(caller, all);
      return {
        remotes: all.map((remote, index) => remoteSummary(remote, may[index] ?? [])),
        may: (await gate.mayRegister(caller)) ? ['register'] : [],
      };
    },
    async entry(id, version) {
      const stored = await versions.find(remotes.get(id).id, version);
      if (!stored) throw createError(registryErrors.VERSION_UNKNOWN, { remote: id, version: version.slice(0, 100) });
      return storedEntry(id, version, stored.manifest);
    },
    async report(caller, id) {
      const remote = remotes.get(id);
      const [may = []] = await gate.permissionsOf(caller, [remote]);
      const now = Date.now();
      const seen = (await readSeen(database.knex, now - inUseMs, id)).get(id) ?? new Map<string, never>();
      const uses = usesOf(remote.record, { policy: retention, seen, now });
      const furtherFindings = await configChecks.findingsOf(remote.judged?.manifest);
      return remoteReport(remote, { may, files: await filesOf(id), seen, uses, quota, furtherFindings });
    },
  };
}
