import type { ErrorObject } from 'ajv';
import { describeValue, faultAt } from '../fault.ts';
import type { EntityFault } from '../fault.ts';

function pathOf(error: ErrorObject): string {
  const parts = error.instancePath.split('/').slice(1);
  return ['spec', ...parts.map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))].join('.');
}

const typeWords: Readonly<Record<string, string>> = { string: 'a string', array: 'a list', object: 'an object' };

/** Turns the findings of the schema engine into faults that say what was expected and what was found. */
export function readableFaults(errors: readonly ErrorObject[]): EntityFault[] {
  return errors.flatMap(error => {
    const path = pathOf(error);
    switch (error.keyword) {
      case 'required': {
        const missing = `${path}.${(error.params as { missingProperty: string }).missingProperty}`;
        return [faultAt(missing, 'a value', undefined)];
      }
      case 'type': {
        const type = (error.params as { type: string }).type;
        return [faultAt(path, typeWords[type] ?? type, error.data)];
      }
      case 'minLength':
        return [faultAt(path, 'a string that is not empty', error.data)];
      case 'minItems':
        return [faultAt(path, 'at least one item', error.data)];
      case 'enum': {
        const allowed = (error.params as { allowedValues: unknown[] }).allowedValues;
        return [faultAt(path, `one of ${allowed.map(describeValue).join(', ')}`, error.data)];
      }
      // Stands for the findings of its branch, which are listed by themselves.
      case 'if':
        return [];
      default:
        return [{ path, message: `${path}: ${error.message ?? 'not as the kind demands'}` }];
    }
  });
}
