import type { LoggerService, UrlReaderService } from '@portico/backend-framework';
import type { Entity } from '@portico/plugin-catalog-common';
import type { Knex } from 'knex';
import { json, Router } from 'express';
import type { CatalogOrigin } from './config/read-catalog-config.ts';
import { createRefresher } from './ingest/refresher.ts';
import type { RefreshOptions } from './ingest/refresh-origin.ts';
import { createTextReader } from './reading/text-reader.ts';
import { createEntitiesRouter } from './router/entities-router.ts';
import { createLocationsRouter } from './router/locations-router.ts';
import { createAnswerCache } from './service/answer-cache.ts';
import { createEntityService } from './service/entity-service.ts';
import { createLocationService } from './service/location-service.ts';
import { createRefreshService } from './service/refresh-service.ts';
import { createEntityStore } from './store/entity-store.ts';
import { createSourceStore } from './store/source-store.ts';
import { createStitchStore } from './store/stitch-store.ts';

const longestBody = '1mb';

/** What `createCatalog` takes. */
export interface CatalogOptions {
  /** Migrated. */
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly urlReader: Pick<UrlReaderService, 'readUrl'>;
  /** Called after each change of what is served. */
  readonly onRevision: () => void;
}

/** The parts of the catalog, put together. */
export interface Catalog {
  /** To be mounted at `/api/catalog`. */
  readonly router: Router;
  configure(origins: readonly CatalogOrigin[]): void;
  refresh(options: RefreshOptions): Promise<void>;
  hasEntities(): Promise<boolean>;
  /** Entities by ref, undefined for those that are absent. */
  entitiesByRef(refs: readonly string[]): Promise<readonly (Entity | undefined)[]>;
}

export function createCatalog({ knex, logger, urlReader, onRevision }: CatalogOptions): Catalog {
  const sources = createSourceStore(knex);
  const entities = createEntityStore(knex);
  const cache = createAnswerCache();
  const locations = createLocationService();

  const onChanged = (refs: readonly string[]) => {
    cache.forget(refs);
    onRevision();
  };
  const reader = createTextReader(urlReader);
  const refresher = createRefresher({ sources, stitching: createStitchStore(knex), reader, logger, onChanged });
  const { refresh } = refresher;
  const router = Router();
  router.use(json({ limit: longestBody }));
  const service = createEntityService({ store: entities, cache });
  router.use(createEntitiesRouter(service));
  router.use(createLocationsRouter({ locations, refresh: createRefreshService({ refresh, sources }) }));

  return {
    router,
    refresh,
    async entitiesByRef(refs) {
      const { items } = JSON.parse(await service.byRefs(refs, { fields: [] })) as { items: (Entity | null)[] };
      return items.map(entity => entity ?? undefined);
    },
    hasEntities: () => entities.count({ textField: 'metadata.uid' }).then(count => count > 0),
    configure: configured => {
      refresher.configure(configured);
      locations.configure(configured.filter(({ type }) => type !== 'provider'));
    },
  };
}
