function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** Dotted paths at which two JSON values differ. A key without a value and an absent key are the same. */
export function differencesOf(left: unknown, right: unknown, path: string): string[] {
  if (Object.is(left, right)) return [];
  const bothHoldKeys = [left, right].every(value => typeof value === 'object' && value !== null);
  if (!bothHoldKeys || Array.isArray(left) !== Array.isArray(right)) return [path];
  const keys = new Set([...keysOf(left), ...keysOf(right)]);
  const at = (value: unknown, key: string): unknown => (value as Record<string, unknown>)[key];
  return [...keys].flatMap(key => differencesOf(at(left, key), at(right, key), `${path}.${key}`));
}
