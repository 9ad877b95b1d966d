import type { Knex } from 'knex';
import type { Condition } from '../query/condition.ts';
import type { FullTextFilter } from '../query/entity-query.ts';

/** Adds a condition on an entity to a query, whose `column` holds the entity's id. All values are bound. */
export function whereCondition(query: Knex.QueryBuilder, condition: Condition, column: string): void {
  if ('all' in condition) {
    // An empty group would vanish from the SQL, and with it a `not` or `or` around it.
    if (condition.all.length === 0) query.whereRaw('1 = 1');
    for (const part of condition.all) query.where(inner => whereCondition(inner, part, column));
  } else if ('any' in condition) {
    if (condition.any.length === 0) query.whereRaw('1 = 0');
    for (const part of condition.any) query.orWhere(inner => whereCondition(inner, part, column));
  } else if ('not' in condition) {
    query.whereNot(inner => whereCondition(inner, condition.not, column));
  } else {
    query.whereIn(column, inner => {
      inner.from('search').select('entity_id');
      whereRow(inner, condition);
    });
  }
}

function whereRow(query: Knex.QueryBuilder, condition: Extract<Condition, { key: string }>): void {
  const { key } = condition;
  if ('exists' in condition) {
    query.where(inner => {
      inner.where('key', key);
      if (condition.deep) inner.orWhereRaw("?? like ? escape '~'", ['key', `${escapeLike(key)}.%`]);
    });
  } else if ('values' in condition) {
    query.where('key', key).whereIn('value', condition.values);
  } else {
    query.where('key', key).whereRaw("?? like ? escape '~'", ['value', `${escapeLike(condition.prefix)}%`]);
  }
}

/** Adds `term` as a part of one of the fields; without fields, of `otherwise`. */
export function whereFullText(
  query: Knex.QueryBuilder,
  { term, fields }: FullTextFilter,
  { column, otherwise }: { column: string; otherwise: string },
): void {
  const wanted = term.trim().toLowerCase();
  if (wanted === '') return;
  const keys = (fields?.length ? fields : [otherwise]).map(field => field.toLowerCase());
  query.whereIn(column, inner => {
    inner
      .from('search')
      .select('entity_id')
      .whereIn('key', keys)
      .whereRaw("?? like ? escape '~'", ['value', `%${escapeLike(wanted)}%`]);
  });
}

function escapeLike(text: string): string {
  return text.replace(/[%_~]/g, character => `~${character}`);
}
