import type { ErrorName } from './error-status.ts';
import type { ErrorDefinition } from './portico-error.ts';

type Entry = readonly [name: ErrorName, message: string, fix: string];

/**
 * Declares the errors of one subject. The code of an entry is the subject and its key: subject `config`,
 * key `VALUE_INVALID` gives `CONFIG_VALUE_INVALID`.
 */
export function defineErrors<K extends string>(
  subject: string,
  entries: Record<K, Entry>,
): Readonly<Record<K, ErrorDefinition>> {
  const prefix = subject.toUpperCase().replaceAll('-', '_');
  const definitions = Object.entries<Entry>(entries).map(([key, [name, message, fix]]) => [
    key,
    { code: `${prefix}_${key}`, name, message, fix },
  ]);
  return Object.freeze(Object.fromEntries(definitions)) as Readonly<Record<K, ErrorDefinition>>;
}
