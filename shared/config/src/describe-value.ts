const longest = 60;

/**
 * Says what a value is, for messages: `"x"`, `4`, `a list`, `nothing`.
 *
 * @param hidden - true for secrets: only the type is told
 */
export function describeValue(value: unknown, hidden = false): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (hidden) return `a ${typeof value} that is not shown, because it may be a secret`;
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > longest ? `${value.slice(0, longest)}...` : value);
}
