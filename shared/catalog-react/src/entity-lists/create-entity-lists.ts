import type { IdentityApi } from '@portico/plugin-api';
import { createKeptList } from './kept-list.ts';
import type { RecentEntitiesApi, RecentEntity } from './recent-entities.ts';
import type { StarredEntitiesApi } from './starred-entities.ts';

const mostRecent = 20;

interface EntityListOptions {
  readonly identityApi: IdentityApi;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isRecent(value: unknown): value is RecentEntity {
  const { entityRef, title, viewedAt } = (value ?? {}) as Partial<Record<keyof RecentEntity, unknown>>;
  return isText(entityRef) && isText(title) && isText(viewedAt);
}

/** The user's starred entities. */
export function createStarredEntities({ identityApi }: EntityListOptions): StarredEntitiesApi {
  const { list, observe, set } = createKeptList({ identityApi, key: 'starred', isItem: isText });
  return {
    list,
    observe,
    toggle(entityRef) {
      const ref = entityRef.toLowerCase();
      const others = list().filter(one => one !== ref);
      set(others.length < list().length ? others : [...others, ref]);
    },
  };
}

/** The entities that the user has looked at last. */
export function createRecentEntities({ identityApi }: EntityListOptions): RecentEntitiesApi {
  const { list, observe, set } = createKeptList({ identityApi, key: 'recent', isItem: isRecent });
  return {
    list,
    observe,
    add({ entityRef, title }) {
      const ref = entityRef.toLowerCase();
      const entry = { entityRef: ref, title, viewedAt: new Date().toISOString() };
      set([entry, ...list().filter(one => one.entityRef !== ref)].slice(0, mostRecent));
    },
  };
}
