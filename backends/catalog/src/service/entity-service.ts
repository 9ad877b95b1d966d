import { catalogErrors, createError } from '@portico/errors';
import { stringifyEntityRef, parseEntityRef } from '@portico/plugin-catalog-common';
import { assertCount } from '../query/assert-count.ts';
import { queryBounds } from '../query/condition.ts';
import type { OrderField, Place } from '../query/entity-query.ts';
import { projection } from '../query/project-fields.ts';
import type { EntityStore } from '../store/entity-store.ts';
import type { AnswerCache } from './answer-cache.ts';
import { readAncestry } from './ancestry.ts';
import { readPage } from './entity-pages.ts';
import { conditionOf } from './page-request.ts';
import type { PageRequest, Selection } from './page-request.ts';

const entitiesPerStep = 1000;

/** A question for a plain list of entities. */
export interface ListRequest extends Selection {
  readonly fields: readonly string[];
  readonly orderFields: readonly OrderField[];
}

/** Answers questions about entities with ready JSON texts of the published shapes. */
export interface EntityService {
  /** @throws catalogErrors.ENTITY_NOT_FOUND */
  byRef(ref: string): Promise<string>;
  /** @throws catalogErrors.ENTITY_NOT_FOUND */
  byUid(uid: string): Promise<string>;
  /** `{ items }` in the order of `refs`, null for those that are absent. */
  byRefs(refs: readonly string[], options: Selection & { fields: readonly string[] }): Promise<string>;
  page(request: PageRequest): Promise<string>;
  /** The texts of a part of the list, and whether there are more after them. */
  list(request: ListRequest, part: { limit: number; offset: number }): Promise<{ texts: readonly string[]; more: boolean }>;
  /** The texts of the whole list, some at a time. */
  all(request: ListRequest): AsyncIterable<readonly string[]>;
  /** `{ facets }` */
  facets(facets: readonly string[], selection: Selection): Promise<string>;
  /** `{ rootEntityRef, items }`; @throws catalogErrors.ENTITY_NOT_FOUND */
  ancestry(ref: string): Promise<string>;
}

export function createEntityService({ store, cache }: { store: EntityStore; cache: AnswerCache }): EntityService {
  const find = (ref: string) => cache.entity(ref, async () => (await store.byRefs([ref])).get(ref));

  return {
    byRef: async ref => {
      const text = await find(ref);
      if (text === undefined) throw createError(catalogErrors.ENTITY_NOT_FOUND, { ref });
      return text;
    },

    byUid: async uid => {
      const text = await store.byUid(uid);
      if (text === undefined) throw createError(catalogErrors.ENTITY_NOT_FOUND, { ref: `uid ${uid}` });
      return text;
    },

    byRefs: async (refs, { filters, query, fields }) => {
      assertCount('entity refs', refs.length, queryBounds.refs);
      const project = projection(fields);
      const wanted = refs.map(ref => stringifyEntityRef(parseEntityRef(ref)));
      return cache.answer(['refs', wanted, filters, query, fields], async () => {
        const found = await store.byRefs([...new Set(wanted)], conditionOf({ filters, query }));
        const items = wanted.map(ref => {
          const text = found.get(ref);
          if (text === undefined) return 'null';
          return project ? project(text) : text;
        });
        return `{"items":[${items.join(',')}]}`;
      });
    },

    page: request => cache.answer(['page', request], () => readPage(store, request)),

    list: async (request, { limit, offset }) => {
      const { query, project } = planList(request);
      const rows = await store.page({ ...query, limit: limit + 1, offset });
      return { texts: rows.slice(0, limit).map(row => project(row.text)), more: rows.length > limit };
    },

    all: async function* all(request) {
      const { query, project } = planList(request);
      let from: Place | undefined;
      do {
        const rows = await store.page({ ...query, limit: entitiesPerStep, offset: 0, from });
        yield rows.map(row => project(row.text));
        from = rows.length < entitiesPerStep ? undefined : rows.at(-1)?.place;
      } while (from);
    },

    facets: (facets, selection) =>
      cache.answer(['facets', facets, selection], async () => {
        assertCount('facets', facets.length, queryBounds.facets);
        const condition = conditionOf(selection);
        const found: [string, unknown][] = [];
        for (const facet of new Set(facets)) found.push([facet, await store.facet(facet, condition)]);
        return JSON.stringify({ facets: Object.fromEntries(found) });
      }),

    ancestry: async ref => {
      const answer = await readAncestry(ref, { find, parentOf: store.parentOf });
      if (answer === undefined) throw createError(catalogErrors.ENTITY_NOT_FOUND, { ref });
      return answer;
    },
  };
}

function planList({ filters, query, fields, orderFields }: ListRequest) {
  assertCount('order fields', orderFields.length, queryBounds.orderFields);
  const project = projection(fields) ?? ((text: string) => text);
  return { query: { condition: conditionOf({ filters, query }), orderFields }, project };
}
