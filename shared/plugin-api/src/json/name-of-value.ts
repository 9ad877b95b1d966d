/** Says in a message what a value is: texts in quotes, primitives as they are, the rest by type. */
export function nameOfValue(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'function') return value.name ? `the function ${value.name}` : 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  const maker = Object.getPrototypeOf(value)?.constructor?.name as string | undefined;
  return maker && maker !== 'Object' ? `an instance of ${maker}` : 'an object';
}
