import type { Offer, RemoteDetail, RemoteSummary } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import type { Caller } from '../access/access.ts';
import { sightings } from '../store/load-store.ts';
import type { RegistryParts } from './registry-parts.ts';
import { remoteReport, remoteSummary } from './remote-report.ts';

const seenMs = 7 * 24 * 3600 * 1000;

/** What everybody may ask. */
export interface RemoteLookup {
  /** @throws REGISTRY_OFFER_MISSING */
  offer(): Offer;
  list(caller: Caller): RemoteSummary[];
  /** @throws REGISTRY_REMOTE_UNKNOWN */
  report(caller: Caller, id: string): Promise<RemoteDetail>;
}

/** Makes the look-up. */
export function createRemoteLookup({ remotes, offerFile, database }: RegistryParts): RemoteLookup {
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
    list: caller => remotes.list().map(remote => remoteSummary(remote, caller)),
    async report(caller, id) {
      const remote = remotes.get(id);
      const [files, seen] = [await filesOf(id), await sightings(database.knex, id, Date.now() - seenMs)];
      return remoteReport(remote, { caller, files, seen });
    },
  };
}
