import { catalogErrors, createError } from '@portico/errors';
import { parseEntityRef, stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { CatalogProblem } from '@portico/plugin-catalog-common';
import type { RefreshOptions } from '../ingest/refresh-origin.ts';
import type { SourceStore } from '../store/source-store.ts';

/** Reads entities anew on request, and tells what is wrong with them. */
export interface RefreshService {
  /**
   * Reads the file or URL that an entity came from, and is done when the catalog shows the result.
   *
   * @throws catalogErrors.ENTITY_NOT_FOUND
   */
  refreshEntity(ref: string): Promise<void>;
  /** All problems, or those of one entity and of the file that it came from. */
  problems(entityRef?: string): Promise<readonly CatalogProblem[]>;
}

/** What `createRefreshService` takes. */
export interface RefreshServiceOptions {
  readonly refresh: (options: RefreshOptions) => Promise<void>;
  readonly sources: SourceStore;
}

export function createRefreshService({ refresh, sources }: RefreshServiceOptions): RefreshService {
  return {
    refreshEntity: async written => {
      const ref = stringifyEntityRef(parseEntityRef(written));
      const source = await sources.sourceOfEntity(ref);
      if (!source) throw createError(catalogErrors.ENTITY_NOT_FOUND, { ref });
      const location = source.type === 'config' ? source.target : `${source.type}:${source.target}`;
      await refresh({ urls: false, force: new Set([location]) });
    },
    problems: async written => {
      const problems = await sources.problems();
      if (written === undefined) return problems;
      const ref = stringifyEntityRef(parseEntityRef(written));
      const source = await sources.sourceOfEntity(ref);
      const location = source && (source.type === 'config' ? source.target : `${source.type}:${source.target}`);
      return problems.filter(({ entityRef, location: at }) =>
        entityRef === undefined ? at === location : entityRef.toLowerCase() === ref,
      );
    },
  };
}
