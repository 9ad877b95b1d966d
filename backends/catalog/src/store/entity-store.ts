import type { Knex } from 'knex';
import type { Condition } from '../query/condition.ts';
import type { EntityQuery, EntityRow, FullTextFilter } from '../query/entity-query.ts';
import { selectIn } from './bulk-rows.ts';
import { whereCondition, whereFullText } from './condition-sql.ts';
import { isRequiredField, orderByPlace, sortColumn, wherePlace } from './place-sql.ts';

/** How often a value occurs. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** What decides which entities a query is about, apart from the page. */
export interface EntitySelection {
  readonly condition?: Condition | undefined;
  readonly fullText?: FullTextFilter | undefined;
  /** The field that a full-text filter without fields looks at. */
  readonly textField: string;
}

/** Answers questions about the served entities. Entities come as the JSON text in which they are served. */
export interface EntityStore {
  page(query: EntityQuery): Promise<EntityRow[]>;
  count(selection: EntitySelection): Promise<number>;
  /** Texts by ref; refs without an entity, or whose entity does not meet the condition, are absent. */
  byRefs(refs: readonly string[], condition?: Condition): Promise<ReadonlyMap<string, string>>;
  byUid(uid: string): Promise<string | undefined>;
  facet(key: string, condition?: Condition): Promise<FacetCount[]>;
  /** The Location entity whose source brought this entity in; undefined for those of the configuration. */
  parentOf(entityRef: string): Promise<string | undefined>;
}

export function createEntityStore(knex: Knex): EntityStore {
  /** Narrows a query, in which `column` holds the ids of entities, to a selection. */
  function narrow(
    query: Knex.QueryBuilder,
    { condition, fullText, textField }: EntitySelection,
    column: string,
  ): Knex.QueryBuilder {
    if (condition) query.where(inner => whereCondition(inner, condition, column));
    if (fullText) whereFullText(query, fullText, { column, otherwise: textField });
    return query;
  }

  /** Ids and sort columns of all selected entities, unordered. */
  function sortable(query: EntityQuery): Knex.QueryBuilder {
    const { orderFields } = query;
    const [first, ...more] = orderFields;
    const selection = { ...query, textField: first?.field ?? 'metadata.uid' };
    if (first && more.length === 0 && isRequiredField(first)) {
      // One index gives these entities in order, so that a page is read without looking at the others.
      const rows = knex('search')
        .where('key', first.field.toLowerCase())
        .select({ id: 'entity_id', [sortColumn(0)]: 'value' });
      return narrow(rows, selection, 'search.entity_id');
    }
    const rows = narrow(knex('entities').select('entities.id'), selection, 'entities.id');
    orderFields.forEach(({ field }, index) => {
      const joined = `order_${index}`;
      const values = knex('search')
        .select('entity_id')
        .min({ lowest: 'value' })
        .where('key', field.toLowerCase())
        .groupBy('entity_id');
      rows.leftJoin(values.as(joined), `${joined}.entity_id`, 'entities.id').select({ [sortColumn(index)]: `${joined}.lowest` });
    });
    return rows;
  }

  return {
    page: async query => {
      const { orderFields, from, backwards = false } = query;
      const page = knex.from(sortable(query).as('sorted')).limit(query.limit).offset(query.offset);
      if (from) page.where(inner => wherePlace(inner, from, { orderFields, backwards }));
      orderByPlace(page, orderFields, backwards);
      const rows = (await page) as Record<string, string | number | null>[];
      if (backwards) rows.reverse();
      const ids = rows.map(row => row['id'] as number);
      const texts = await selectIn<{ id: number; text: string }>(() => knex('entities').select('id', 'text'), 'id', ids);
      const byId = new Map(texts.map(({ id, text }) => [id, text]));
      return rows.flatMap(row => {
        const text = byId.get(row['id'] as number);
        const place = [...orderFields.map((_, index) => row[sortColumn(index)] ?? null), row['id'] as number];
        return text === undefined ? [] : [{ text, place }];
      });
    },

    count: async selection => {
      const [row] = (await narrow(knex('entities'), selection, 'entities.id').count({ total: '*' })) as {
        total: number | string;
      }[];
      return Number(row?.total ?? 0);
    },

    byRefs: async (refs, condition) => {
      const query = () => {
        const found = knex('entities').select('entity_ref', 'text');
        return condition ? found.where(inner => whereCondition(inner, condition, 'entities.id')) : found;
      };
      const rows = await selectIn<{ entity_ref: string; text: string }>(query, 'entity_ref', refs);
      return new Map(rows.map(row => [row.entity_ref, row.text]));
    },

    byUid: async uid => ((await knex('entities').where({ uid }).first('text')) as { text: string } | undefined)?.text,

    facet: async (key, condition) => {
      const query = knex('search')
        .where('key', key.toLowerCase())
        .whereNotNull('value')
        .select(knex.raw('coalesce(??, ??) as ??', ['original', 'value', 'shown']))
        .count({ total: '*' })
        .groupBy('shown')
        .orderBy('shown');
      if (condition) query.where(inner => whereCondition(inner, condition, 'search.entity_id'));
      const rows = (await query) as { shown: string; total: number | string }[];
      return rows.map(row => ({ value: row.shown, count: Number(row.total) }));
    },

    parentOf: async entityRef => {
      const query = knex('entities').join('sources', 'sources.id', 'entities.source_id').where({ entity_ref: entityRef });
      const row = (await query.first('parent_ref')) as { parent_ref: string | null } | undefined;
      return row?.parent_ref ?? undefined;
    },
  };
}
