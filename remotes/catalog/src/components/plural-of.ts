/** The name of a kind for several of it: Components, Entities. */
export function pluralOf(kind: string): string {
  return /[^aeiou]y$/i.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
