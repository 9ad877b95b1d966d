import { catalogErrors, createError } from '@portico/errors';
import { assertCount } from './assert-count.ts';
import { queryBounds } from './condition.ts';
import type { Condition } from './condition.ts';

/**
 * Reads `filter` parameters: commas mean and, several parameters mean or, a key given twice in one parameter means any of
 * its values, a key alone means that it exists.
 *
 * @throws catalogErrors.FILTER_INVALID, QUERY_TOO_LARGE
 */
export function parseFilters(filters: readonly string[]): Condition | undefined {
  const sets = filters.filter(filter => filter.trim() !== '').map(parseFilter);
  assertCount(
    'filter conditions',
    sets.reduce((sum, set) => sum + set.length, 0),
    queryBounds.conditions,
  );
  if (sets.length === 0) return undefined;
  const alternatives = sets.map(set => (set.length === 1 && set[0] ? set[0] : { all: set }));
  return alternatives.length === 1 ? alternatives[0] : { any: alternatives };
}

function parseFilter(filter: string): Condition[] {
  const wanted = new Map<string, string[] | 'exists'>();
  for (const statement of filter.split(',').map(part => part.trim())) {
    if (statement === '') continue;
    const equals = statement.indexOf('=');
    const key = (equals < 0 ? statement : statement.slice(0, equals)).trim().toLowerCase();
    if (key === '') throw createError(catalogErrors.FILTER_INVALID, { filter });
    const known = wanted.get(key);
    if (equals < 0) wanted.set(key, known ?? 'exists');
    else {
      const values = Array.isArray(known) ? known : [];
      values.push(
        statement
          .slice(equals + 1)
          .trim()
          .toLowerCase(),
      );
      assertCount('values of one key', values.length, queryBounds.values);
      wanted.set(key, values);
    }
  }
  return [...wanted].map(([key, values]) => (values === 'exists' ? { key, exists: true } : { key, values }));
}
