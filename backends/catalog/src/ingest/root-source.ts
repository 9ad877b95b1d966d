import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import type { CatalogOrigin } from '../config/read-catalog-config.ts';
import type { SourceRecord, SourceUpdate } from '../store/source-records.ts';

/** The Location entity that stands for a configured location. */
export function locationEntityOf(origin: CatalogOrigin): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: {
      name: `generated-${origin.id}`,
      namespace: DEFAULT_NAMESPACE,
      annotations: { [ANNOTATION_LOCATION]: origin.key, [ANNOTATION_ORIGIN_LOCATION]: origin.key },
    },
    spec: { type: origin.type, target: origin.target },
  };
}

/** The ref of that entity. */
export function locationRefOf(origin: CatalogOrigin): string {
  return stringifyEntityRef(locationEntityOf(origin));
}

/** Where the root of an origin is stored. */
export function rootSourceOf({ key }: Pick<CatalogOrigin, 'key'>): Pick<SourceRecord, 'origin' | 'type' | 'target'> {
  return { origin: key, type: 'config', target: key };
}

/** The version of the tree that was read last for an origin, on whichever replica, from the record of its root. */
export function treeVersionIn(record: SourceRecord | undefined): string | undefined {
  return record?.signature?.split('\n', 1)[0] || undefined;
}

/** Stores a configured location as a source, whose problems are those of the location as a whole. */
export function rootSourceUpdate(origin: CatalogOrigin, problems: readonly string[]): SourceUpdate {
  const entity = locationEntityOf(origin);
  return {
    source: {
      ...rootSourceOf(origin),
      signature: [...(origin.tree ? [origin.tree.version] : []), ...problems].join('\n'),
      targets: [],
      dependencies: [],
    },
    // What a provider brings has no Location entity to stand for it.
    entities: origin.type === 'provider' ? [] : [{ ref: stringifyEntityRef(entity), document: 0, line: 1, entity }],
    keep: new Set(),
    problems: problems.map(message => ({ stage: 'location', message })),
  };
}
