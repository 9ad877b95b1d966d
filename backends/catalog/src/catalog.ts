import type { AuditorService, CacheService, LoggerService, UrlReaderService } from '@portico/backend-framework';
import type { Entity } from '@portico/plugin-catalog-common';
import type { Knex } from 'knex';
import { json, Router } from 'express';
import type { CatalogOrigin } from './config/read-catalog-config.ts';
import { createRefresher } from './ingest/refresher.ts';
import { rootSourceOf, treeVersionIn } from './ingest/root-source.ts';
import type { RefreshOptions } from './ingest/refresh-origin.ts';
import { createTextReader } from './reading/text-reader.ts';
import { createEntitiesRouter } from './router/entities-router.ts';
import { createLocationsRouter } from './router/locations-router.ts';
import { createAnswerCache } from './service/answer-cache.ts';
import { auditRefresh } from './service/audited-refresh.ts';
import { createEntityService } from './service/entity-service.ts';
import { createLocationService } from './service/location-service.ts';
import { createRevisionWatch } from './service/revision-watch.ts';
import { createSharedAnswers, unshared } from './service/shared-answers.ts';
import { createRefreshService } from './service/refresh-service.ts';
import { createEntityStore } from './store/entity-store.ts';
import { readRevision } from './store/revision-store.ts';
import { createSourceStore } from './store/source-store.ts';
import { createStitchStore } from './store/stitch-store.ts';

const longestBody = '1mb';

/** What `createCatalog` takes. */
export interface CatalogOptions {
  /** Migrated. */
  readonly knex: Knex;
  readonly logger: LoggerService;
  /** Hears of what people change; nobody does without one. */
  readonly auditor?: AuditorService;
  readonly urlReader: Pick<UrlReaderService, 'readUrl'>;
  /** Called after each change of what is served that this process made. */
  readonly onRevision: (revision: number) => void;
  /** Where other replicas change the same database: the cache, which they may share. */
  readonly replicas?: { readonly cache: CacheService };
}

/** The parts of the catalog, put together. */
export interface Catalog {
  /** To be mounted at `/api/catalog`. */
  readonly router: Router;
  configure(origins: readonly CatalogOrigin[]): void;
  /** Stops looking for changes of other replicas. */
  end(): void;
  refresh(options: RefreshOptions): Promise<void>;
  hasEntities(): Promise<boolean>;
  /** Of the tree that an origin had when it was read last, on whichever replica; undefined before the first one. */
  treeVersion(originKey: string): Promise<string | undefined>;
  /** Entities by ref, undefined for those that are absent. */
  entitiesByRef(refs: readonly string[]): Promise<readonly (Entity | undefined)[]>;
}

export function createCatalog({ knex, logger, auditor, urlReader, onRevision, replicas }: CatalogOptions): Catalog {
  const sources = createSourceStore(knex);
  const entities = createEntityStore(knex);
  const watch = replicas && createRevisionWatch({ read: () => readRevision(knex), onForeignChange });
  const shared = watch && replicas.cache.shared ? createSharedAnswers(replicas.cache, watch.current) : unshared;
  const cache = createAnswerCache({ isFresh: () => !watch || watch.current() !== undefined, shared });
  const locations = createLocationService();

  const onChanged = (refs: readonly string[], revision: number) => {
    const alone = watch?.made(revision) ?? true;
    cache.forget(alone ? refs : undefined);
    onRevision(revision);
  };
  const reader = createTextReader(urlReader);
  const refresher = createRefresher({ sources, stitching: createStitchStore(knex), reader, logger, onChanged });
  const { refresh } = refresher;
  function onForeignChange(): void {
    cache.forget();
    refresher.forgetKnown();
  }
  const router = Router();
  router.use(json({ limit: longestBody }));
  const service = createEntityService({ store: entities, cache });
  router.use(createEntitiesRouter(service));
  const refreshing = createRefreshService({ refresh, sources });
  router.use(createLocationsRouter({ locations, refresh: auditor ? auditRefresh(refreshing, auditor) : refreshing }));

  return {
    router,
    refresh,
    end: () => watch?.end(),
    async entitiesByRef(refs) {
      const { items } = JSON.parse(await service.byRefs(refs, { fields: [] })) as { items: (Entity | null)[] };
      return items.map(entity => entity ?? undefined);
    },
    treeVersion: async key => treeVersionIn(await sources.find(rootSourceOf({ key }))),
    hasEntities: () => entities.count({ textField: 'metadata.uid' }).then(count => count > 0),
    configure: configured => {
      refresher.configure(configured);
      locations.configure(configured.filter(({ type }) => type !== 'provider'));
    },
  };
}
