import { sharedObjects } from './shared-globals.ts';
import type { SharedObject } from './shared-globals.ts';

type Properties = ReadonlyMap<PropertyKey, PropertyDescriptor | undefined>;

function read({ holder, keys }: SharedObject): Properties {
  return new Map(keys().map(key => [key, Reflect.getOwnPropertyDescriptor(holder, key)]));
}

function isSame(left: PropertyDescriptor | undefined, right: PropertyDescriptor | undefined): boolean {
  return Boolean(left) === Boolean(right) && left?.value === right?.value && left?.get === right?.get && left?.set === right?.set;
}

function mend(holder: object, key: PropertyKey, before: PropertyDescriptor | undefined): boolean {
  return before ? Reflect.defineProperty(holder, key, before) : Reflect.deleteProperty(holder, key);
}

/**
 * Begins to look after what all code of the page shares: as it is now is how it should be.
 *
 * @returns how to look: gives the names of what has changed since the last look, such as `window.fetch`, and takes back what can be
 */
export function followGlobals(objects: readonly SharedObject[] = sharedObjects(globalThis)): () => string[] {
  const known = objects.map(object => ({ object, before: read(object) }));
  return () =>
    known.flatMap(one => {
      const { object, before } = one;
      const now = read(object);
      const changed = [...new Set([...before.keys(), ...now.keys()])].filter(key => !isSame(before.get(key), now.get(key)));
      if (!changed.length) return [];
      for (const key of changed) if (object.mends(key, before.get(key))) mend(object.holder, key, before.get(key));
      one.before = read(object);
      return changed.map(key => `${object.name}.${String(key)}`);
    });
}
