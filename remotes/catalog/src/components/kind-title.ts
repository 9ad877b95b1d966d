/** A kind of which only its part of an entity ref is known, as it is written in a file: `api` -> `API`, `group` -> `Group`. */
export function kindTitle(kind: string): string {
  return kind.toLowerCase() === 'api' ? 'API' : kind.charAt(0).toUpperCase() + kind.slice(1);
}
