import { useApi } from '@portico/plugin-api';
import { relationOpposites, stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import type { GraphEdge } from './graph-layout.ts';

/** More than these could not be read in a picture. */
const mostNodes = 40;

const fields = ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title', 'spec.profile', 'relations'];

export interface EntityGraph {
  /** Null for what the catalog does not have. */
  readonly entities: ReadonlyMap<string, Entity | null>;
  /** Each pair of opposite relations once, seen from the node that is nearer to the root. */
  readonly edges: readonly GraphEdge[];
  /** How many entities had no place. */
  readonly left: number;
}

/** The entities up to `depth` relations away from an entity. */
export function useGraph(root: Entity, depth: number) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['graph', stringifyEntityRef(root), root.metadata.etag, depth],
    queryFn: async ({ signal }): Promise<EntityGraph> => {
      const entities = new Map<string, Entity | null>([[stringifyEntityRef(root), root]]);
      const edges = new Map<string, GraphEdge>();
      const leftOut = new Set<string>();
      let ring: readonly string[] = [stringifyEntityRef(root)];
      for (let step = 0; step < depth && ring.length > 0; step += 1) {
        const next = new Set<string>();
        for (const from of ring) {
          for (const { type, targetRef: to } of entities.get(from)?.relations ?? []) {
            if (!entities.has(to) && !next.has(to)) {
              if (entities.size + next.size >= mostNodes) {
                leftOut.add(to);
                continue;
              }
              next.add(to);
            }
            const opposite = `${to} ${relationOpposites[type] ?? ''} ${from}`;
            if (!edges.has(opposite)) edges.set(`${from} ${type} ${to}`, { from, to, type });
          }
        }
        ring = [...next].sort();
        if (ring.length === 0) break;
        const { items } = await catalog.getEntitiesByRefs({ entityRefs: ring, fields }, { signal });
        for (const [index, ref] of ring.entries()) entities.set(ref, items[index] ?? null);
      }
      return { entities, edges: [...edges.values()], left: leftOut.size };
    },
  });
}
