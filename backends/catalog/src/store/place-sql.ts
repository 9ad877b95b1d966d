import type { Knex } from 'knex';
import type { OrderField, Place } from '../query/entity-query.ts';

// Every entity has these exactly once, so that their search rows are all entities in order.
const requiredFields = new Set(['metadata.name', 'metadata.namespace', 'metadata.uid', 'kind', 'apiversion']);

/** True for a field that no entity lacks and none has twice. */
export function isRequiredField({ field }: OrderField): boolean {
  return requiredFields.has(field.toLowerCase());
}

/** The column that holds the value of the nth order field. */
export const sortColumn = (index: number): string => `sort_${index}`;

/** Orders by the sort columns, entities without a value last, and by id among equals; all of it reversed for `backwards`. */
export function orderByPlace(query: Knex.QueryBuilder, orderFields: readonly OrderField[], backwards: boolean): void {
  orderFields.forEach((field, index) => {
    const direction = (field.order === 'asc') === backwards ? 'desc' : 'asc';
    if (!isRequiredField(field))
      query.orderByRaw(`case when ?? is null then 1 else 0 end ${backwards ? 'desc' : 'asc'}`, [sortColumn(index)]);
    query.orderBy(sortColumn(index), direction);
  });
  query.orderBy('id', backwards ? 'desc' : 'asc');
}

/** Keeps the rows that come after a place, or before it when `backwards`. */
export function wherePlace(
  query: Knex.QueryBuilder,
  place: Place,
  { orderFields, backwards }: { orderFields: readonly OrderField[]; backwards: boolean },
): void {
  beyond(query, 0);

  function beyond(inner: Knex.QueryBuilder, index: number): void {
    const field = orderFields[index];
    const value = place[index] ?? null;
    if (!field) {
      inner.where('id', backwards ? '<' : '>', value as number);
      return;
    }
    const column = sortColumn(index);
    const same = (group: Knex.QueryBuilder) => {
      if (value === null) group.whereNull(column);
      else group.where(column, value);
      group.where(rest => beyond(rest, index + 1));
    };
    inner.where(same);
    if (value === null) {
      if (backwards) inner.orWhereNotNull(column);
      return;
    }
    inner.orWhere(column, (field.order === 'asc') === backwards ? '<' : '>', value);
    if (!backwards && !isRequiredField(field)) inner.orWhereNull(column);
  }
}
