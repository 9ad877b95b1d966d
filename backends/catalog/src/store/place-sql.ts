import type { Knex } from 'knex';
import type { OrderField, Place } from '../query/entity-query.ts';

/** The column that holds the value of the nth order field. */
export const sortColumn = (index: number): string => `sort_${index}`;

/** Orders by the sort columns, entities without a value last, and by id among equals; all of it reversed for `backwards`. */
export function orderByPlace(query: Knex.QueryBuilder, orderFields: readonly OrderField[], backwards: boolean): void {
  orderFields.forEach(({ order }, index) => {
    const direction = (order === 'asc') === backwards ? 'desc' : 'asc';
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
    if (!backwards) inner.orWhereNull(column);
  }
}
