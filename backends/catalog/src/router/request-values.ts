import { parseShape } from '@portico/contracts';
import { catalogErrors, createError } from '@portico/errors';
import type { Request } from 'express';
import type * as v from 'valibot';
import type { OrderField } from '../query/entity-query.ts';

/** All values of a query parameter, in order; none when it is absent. */
export function listOf(request: Request, name: string): string[] {
  const value = request.query[name];
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return values.filter(one => typeof one === 'string');
}

/** The parts of a parameter that is separated by commas, all its values together. */
export function commaList(request: Request, name: string): string[] {
  return listOf(request, name)
    .flatMap(value => value.split(','))
    .map(part => part.trim())
    .filter(part => part !== '');
}

/** The one value of a parameter; the first of several. */
export function valueOf(request: Request, name: string): string | undefined {
  return listOf(request, name)[0];
}

/** A parameter that is a whole number from 0. @throws catalogErrors.PARAMETER_INVALID */
export function countOf(request: Request, name: string): number | undefined {
  const value = valueOf(request, name);
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw createError(catalogErrors.PARAMETER_INVALID, { name, expected: 'a whole number from 0', received: value });
}

/** `totalItems=include|exclude`. @throws catalogErrors.PARAMETER_INVALID */
export function totalItemsOf(request: Request): 'include' | 'exclude' | undefined {
  const received = valueOf(request, 'totalItems');
  if (received === undefined || received === 'include' || received === 'exclude') return received;
  throw createError(catalogErrors.PARAMETER_INVALID, { name: 'totalItems', expected: '"include" or "exclude"', received });
}

/** Reads `metadata.name,asc` (`fieldFirst`) or `asc:metadata.name`. @throws catalogErrors.PARAMETER_INVALID */
export function orderFieldsOf(request: Request, name: string, form: 'field,order' | 'order:field'): OrderField[] {
  return listOf(request, name).map(received => {
    const parts =
      form === 'field,order' ? received.split(',').map(part => part.trim()) : received.split(/:(.*)/s).toReversed().slice(1);
    const [field = '', order = 'asc'] = parts;
    if (field === '' || parts.length > 2 || (order !== 'asc' && order !== 'desc')) {
      throw createError(catalogErrors.PARAMETER_INVALID, { name, expected: `${form} with the order asc or desc`, received });
    }
    return { field, order };
  });
}

/** The body of a request, checked. @throws catalogErrors.BODY_INVALID */
export function bodyOf<T>(request: Request, schema: v.GenericSchema<unknown, T>): T {
  const parsed = parseShape(schema, request.body ?? {});
  if (parsed.ok) return parsed.value;
  const fault = parsed.faults[0];
  const path = fault?.path === undefined || fault.path === '' ? 'the body' : fault.path;
  throw createError(catalogErrors.BODY_INVALID, {
    path,
    expected: fault?.expected ?? 'a value',
    received: fault?.received ?? 'another',
  });
}
