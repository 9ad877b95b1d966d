import { catalogErrors, createError } from '@portico/errors';
import type { CatalogOrigin } from '../config/read-catalog-config.ts';
import { locationRefOf } from '../ingest/root-source.ts';

/** A location as the published contract shows it. */
export interface CatalogLocation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly entityRef: string;
}

/** Tells of the locations that the catalog reads from. */
export interface LocationService {
  list(): readonly CatalogLocation[];
  /** @throws catalogErrors.LOCATION_NOT_FOUND */
  byId(id: string): CatalogLocation;
  configure(origins: readonly CatalogOrigin[]): void;
}

export function createLocationService(): LocationService {
  let locations: readonly CatalogLocation[] = [];
  return {
    list: () => locations,
    byId: id => {
      const found = locations.find(location => location.id === id);
      if (!found) throw createError(catalogErrors.LOCATION_NOT_FOUND, { id });
      return found;
    },
    configure: origins => {
      locations = origins.map(origin => ({
        id: origin.id,
        type: origin.type,
        target: origin.target,
        entityRef: locationRefOf(origin),
      }));
    },
  };
}
