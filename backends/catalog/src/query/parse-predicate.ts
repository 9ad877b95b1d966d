import { catalogErrors, createError } from '@portico/errors';
import { assertCount } from './assert-count.ts';
import { queryBounds } from './condition.ts';
import type { Condition } from './condition.ts';

const deepest = 20;

/**
 * Reads a filter predicate: `{ kind: 'component', 'spec.type': { $in: [...] } }` with `$all`, `$any` and `$not`.
 *
 * @throws catalogErrors.PREDICATE_INVALID with the path of the faulty part, QUERY_TOO_LARGE
 */
export function parsePredicate(predicate: unknown): Condition {
  let count = 0;
  return readObject(predicate, 'query', 0);

  function refuse(path: string, reason: string): never {
    throw createError(catalogErrors.PREDICATE_INVALID, { path, reason });
  }

  function readObject(value: unknown, path: string, depth: number): Condition {
    assertCount('levels of $all, $any and $not', depth, deepest);
    if (!isObject(value)) return refuse(path, 'got no object');
    const entries = Object.entries(value);
    const operator = entries.find(([key]) => key.startsWith('$'));
    if (operator) {
      if (entries.length > 1) return refuse(path, `got other keys beside ${operator[0]}`);
      return readOperator(operator, path, depth);
    }
    const conditions = entries.map(([key, item]) => readValue(key.toLowerCase(), item, `${path}.${key}`));
    return conditions.length === 1 && conditions[0] ? conditions[0] : { all: conditions };
  }

  function readOperator([operator, operand]: [string, unknown], path: string, depth: number): Condition {
    const inner = `${path}.${operator}`;
    if (operator === '$not') return { not: readObject(operand, inner, depth + 1) };
    if (operator !== '$all' && operator !== '$any') return refuse(path, `got the unknown operator ${operator}`);
    if (!Array.isArray(operand)) return refuse(inner, 'got no list');
    const parts = operand.map((one, index) => readObject(one, `${inner}.${index}`, depth + 1));
    return operator === '$all' ? { all: parts } : { any: parts };
  }

  function readValue(key: string, value: unknown, path: string): Condition {
    count += 1;
    assertCount('conditions', count, queryBounds.conditions);
    if (isPrimitive(value)) return { key, values: [textOf(value)] };
    if (!isObject(value)) return refuse(path, 'got neither a string, number or boolean nor an operator');
    const [entry, ...more] = Object.entries(value);
    if (!entry || more.length > 0) return refuse(path, 'got an object that is not exactly one operator');
    const [operator, operand] = entry;
    const inner = `${path}.${operator}`;
    switch (operator) {
      case '$exists': {
        if (typeof operand !== 'boolean') return refuse(inner, 'got no boolean');
        const exists: Condition = { key, exists: true, deep: true };
        return operand ? exists : { not: exists };
      }
      case '$in': {
        if (!Array.isArray(operand) || !operand.every(isPrimitive))
          return refuse(inner, 'got no list of strings, numbers or booleans');
        assertCount('values of one key', operand.length, queryBounds.values);
        return { key, values: operand.map(textOf) };
      }
      case '$hasPrefix':
        return typeof operand === 'string' ? { key, prefix: operand.toLowerCase() } : refuse(inner, 'got no string');
      case '$contains':
        return isPrimitive(operand) ? { key, values: [textOf(operand)] } : readRelation(key, operand, inner);
      default:
        return refuse(path, `got the unknown operator ${operator}`);
    }
  }

  function readRelation(key: string, operand: unknown, path: string): Condition {
    if (key !== 'relations' || !isObject(operand)) return refuse(path, 'got an object, which only relations may contain');
    const { type, targetRef, ...others } = operand;
    if (typeof type !== 'string' || Object.keys(others).length > 0)
      return refuse(path, 'got something else than { type, targetRef }');
    const relation = `relations.${type.toLowerCase()}`;
    return targetRef === undefined ? { key: relation, exists: true } : readValue(relation, targetRef, `${path}.targetRef`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPrimitive(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function textOf(value: string | number | boolean): string {
  return String(value).toLowerCase();
}
