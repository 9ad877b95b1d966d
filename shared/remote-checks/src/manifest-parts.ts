/*
 * Rules look at manifests that may be wrong in any way, each at its own part. These read a part when it has the
 * right shape; that it is missing or of another shape is what `manifest-is-well-formed` says.
 */

type Part = Readonly<Record<string, unknown>>;

/** A record inside a list of the manifest, with its dotted path. */
export interface ListedPart {
  readonly path: string;
  readonly value: Part;
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(manifest: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isPart(value) && Object.hasOwn(value, key) ? value[key] : undefined), manifest);
}

/** The object at a dotted path. */
export function partAt(manifest: unknown, path: string): Part | undefined {
  const value = valueAt(manifest, path);
  return isPart(value) ? value : undefined;
}

/** The text at a dotted path. */
export function textAt(manifest: unknown, path: string): string | undefined {
  const value = valueAt(manifest, path);
  return typeof value === 'string' ? value : undefined;
}

/** The objects of the list at a dotted path. */
export function partsAt(manifest: unknown, path: string): ListedPart[] {
  const value = valueAt(manifest, path);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => (isPart(item) ? [{ path: `${path}.${index}`, value: item }] : []));
}

/** The texts of the list at a dotted path. */
export function textsAt(manifest: unknown, path: string): { path: string; text: string }[] {
  const value = valueAt(manifest, path);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => (typeof item === 'string' ? [{ path: `${path}.${index}`, text: item }] : []));
}

/** The texts under one key of each object of a list, for example every `path` of `assets`. */
export function textsOfParts(manifest: unknown, path: string, key: string): { path: string; text: string }[] {
  return partsAt(manifest, path).flatMap(part => {
    const value = part.value[key];
    return typeof value === 'string' ? [{ path: `${part.path}.${key}`, text: value }] : [];
  });
}
