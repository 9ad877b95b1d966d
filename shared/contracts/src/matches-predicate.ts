import type { FilterPredicate, FilterPredicateValue } from './filter-predicate.ts';

function same(left: unknown, right: unknown): boolean {
  return String(left).toLowerCase() === String(right).toLowerCase();
}

function isPrimitive(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** All values that a dotted path leads to. Keys may hold dots themselves, so every split of the path is tried. */
function valuesAt(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(item => valuesAt(item, path));
  if (typeof value !== 'object' || value === null) return [];
  const found: unknown[] = [];
  for (const [key, child] of Object.entries(value)) {
    const wanted = path.toLowerCase();
    const name = key.toLowerCase();
    if (wanted === name) found.push(child);
    else if (wanted.startsWith(`${name}.`)) found.push(...valuesAt(child, path.slice(key.length + 1)));
  }
  return found;
}

function holds(found: readonly unknown[], condition: FilterPredicateValue): boolean {
  const flat = found.flatMap(value => (Array.isArray(value) ? value : [value]));
  if (isPrimitive(condition)) return flat.some(value => isPrimitive(value) && same(value, condition));
  if ('$exists' in condition) return condition.$exists === found.some(value => value !== undefined && value !== null);
  if ('$in' in condition) return flat.some(value => isPrimitive(value) && condition.$in.some(one => same(value, one)));
  if ('$hasPrefix' in condition) {
    const prefix = condition.$hasPrefix.toLowerCase();
    return flat.some(value => isPrimitive(value) && String(value).toLowerCase().startsWith(prefix));
  }
  const wanted = condition.$contains;
  return found.some(
    value =>
      Array.isArray(value) &&
      value.some(item => (isPrimitive(wanted) ? isPrimitive(item) && same(item, wanted) : matchesPredicate(wanted, item))),
  );
}

/**
 * True when a predicate holds for a JSON value. Strings compare without regard to case, numbers and booleans as their text.
 * A path through an array of strings also matches its items: `metadata.tags: 'java'`.
 */
export function matchesPredicate(predicate: FilterPredicate, value: unknown): boolean {
  if ('$all' in predicate) return (predicate.$all as readonly FilterPredicate[]).every(one => matchesPredicate(one, value));
  if ('$any' in predicate) return (predicate.$any as readonly FilterPredicate[]).some(one => matchesPredicate(one, value));
  if ('$not' in predicate) return !matchesPredicate(predicate.$not as FilterPredicate, value);
  return Object.entries(predicate).every(([path, condition]) => holds(valuesAt(value, path), condition as FilterPredicateValue));
}
