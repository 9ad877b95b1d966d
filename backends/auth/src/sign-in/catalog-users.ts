import type { LoggerService } from '@portico/backend-framework';
import { authErrors, createError, messageOf } from '@portico/errors';
import type { AskPlugin } from './plugin-calls.ts';

/** A user of the catalog. */
export interface CatalogUser {
  /** Groups of the user and their parents. */
  readonly groups: readonly string[];
  readonly displayName?: string;
  readonly picture?: string;
}

/** What the catalog says of a user: `unknown` while it can't be asked. */
export type FoundUser = CatalogUser | 'absent' | 'unknown';

/** Users and groups of the catalog, asked over the wire. */
export interface CatalogUsers {
  /** @param limitMs - how long to wait for the catalog in all */
  find(userEntityRef: string, limitMs?: number): Promise<FoundUser>;
  /** @throws AUTH_CATALOG_UNAVAILABLE */
  findByField(field: string, value: string): Promise<string | undefined>;
}

interface Entity {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: { readonly profile?: { readonly displayName?: unknown; readonly picture?: unknown } };
  readonly relations?: readonly { readonly type: string; readonly targetRef: string }[];
}

const usualLimitMs = 3_000;
const deepest = 12;
const mostGroups = 300;
const fields = ['kind', 'metadata.name', 'metadata.namespace', 'spec.profile', 'relations'];

const targetsOf = (entities: readonly Entity[], relation: string) =>
  entities.flatMap(({ relations = [] }) => relations.filter(({ type }) => type === relation).map(({ targetRef }) => targetRef.toLowerCase()));

function profileOf({ spec }: Entity): Pick<CatalogUser, 'displayName' | 'picture'> {
  const { displayName, picture } = spec?.profile ?? {};
  return { ...(typeof displayName === 'string' ? { displayName } : {}), ...(typeof picture === 'string' ? { picture } : {}) };
}

/** Asks the catalog plugin. */
export function createCatalogUsers(ask: AskPlugin, logger: LoggerService): CatalogUsers {
  async function entities(entityRefs: readonly string[], until: number): Promise<Entity[]> {
    const limitMs = Math.max(1, Math.round(until - performance.now()));
    const answer = await ask('catalog', '/entities/by-refs', { body: { entityRefs, fields }, limitMs });
    return ((answer as { items: (Entity | null)[] } | undefined)?.items ?? []).filter(item => item !== null);
  }

  async function withParents(direct: readonly string[], until: number): Promise<string[]> {
    const groups = new Set(direct);
    let level = [...groups];
    for (let depth = 0; depth < deepest && level.length > 0 && groups.size < mostGroups; depth += 1) {
      const parents = targetsOf(await entities(level, until), 'childOf').filter(parent => !groups.has(parent));
      level = [...new Set(parents)].slice(0, mostGroups - groups.size);
      level.forEach(parent => groups.add(parent));
    }
    return [...groups];
  }

  return {
    async find(userEntityRef, limitMs = usualLimitMs) {
      const until = performance.now() + limitMs;
      try {
        const [user] = await entities([userEntityRef], until);
        if (user?.kind.toLowerCase() !== 'user') return 'absent';
        return { ...profileOf(user), groups: await withParents(targetsOf([user], 'memberOf').slice(0, mostGroups), until) };
      } catch (thrown) {
        logger.warn(`The catalog could not be asked for ${userEntityRef}: ${messageOf(thrown)}`);
        return 'unknown';
      }
    },
    async findByField(field, value) {
      try {
        const body = { query: { kind: 'User', [field]: value }, limit: 2, fields };
        const answer = await ask('catalog', '/entities/by-query', { body, limitMs: usualLimitMs });
        const { items } = (answer ?? { items: [] }) as { items: Entity[] };
        // Of two users with one address nobody can say which it is.
        const [only] = items.length === 1 ? items : [];
        return only && `user:${only.metadata.namespace ?? 'default'}/${only.metadata.name}`.toLowerCase();
      } catch (cause) {
        throw createError(authErrors.CATALOG_UNAVAILABLE, {}, { cause });
      }
    },
  };
}
