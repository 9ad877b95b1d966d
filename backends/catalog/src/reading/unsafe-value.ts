const deepest = 100;
const mostValues = 200_000;

/**
 * Says why a value read from a file is refused: nested too deep, too many parts once its aliases are written out, keys
 * that could reach an object's prototype, or numbers that JSON does not have. Undefined when there is nothing to say.
 */
export function findUnsafeValue(root: unknown): string | undefined {
  let count = 0;
  const pending: [value: unknown, depth: number][] = [[root, 1]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [value, depth] = next;
    count += 1;
    if (count > mostValues) return `Expected at most ${mostValues} values in a document, found more`;
    if (typeof value === 'number' && !Number.isFinite(value)) return `Expected a number that JSON has, found ${value}`;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest) return `Expected at most ${deepest} levels of nesting, found more`;
    if (Object.hasOwn(value, '__proto__')) return 'Expected other keys, found the key "__proto__"';
    for (const item of Object.values(value)) pending.push([item, depth + 1]);
  }
  return undefined;
}
