/** How ancestry looks things up. */
export interface AncestryLookup {
  find(ref: string): Promise<string | undefined>;
  parentOf(ref: string): Promise<string | undefined>;
}

/** The JSON text of an entity and the Location entities that led to it, up to the configured one; undefined without entity. */
export async function readAncestry(rootRef: string, { find, parentOf }: AncestryLookup): Promise<string | undefined> {
  const items: string[] = [];
  const visited = new Set<string>();
  for (let ref: string | undefined = rootRef; ref !== undefined && !visited.has(ref);) {
    visited.add(ref);
    const text = await find(ref);
    if (text === undefined) break;
    const parent = await parentOf(ref);
    items.push(`{"entity":${text},"parentEntityRefs":${JSON.stringify(parent === undefined ? [] : [parent])}}`);
    ref = parent;
  }
  return items.length === 0 ? undefined : `{"rootEntityRef":${JSON.stringify(rootRef)},"items":[${items.join(',')}]}`;
}
