import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import type { CatalogOrigin } from '../config/read-catalog-config.ts';
import type { SourceUpdate } from '../store/source-records.ts';

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

/** Stores a configured location as a source, whose problems are those of the location as a whole. */
export function rootSourceUpdate(origin: CatalogOrigin, problems: readonly string[]): SourceUpdate {
  const entity = locationEntityOf(origin);
  return {
    source: {
      origin: origin.key,
      type: 'config',
      target: origin.key,
      signature: problems.join('\n'),
      targets: [],
      dependencies: [],
    },
    // What a provider brings has no Location entity to stand for it.
    entities: origin.type === 'provider' ? [] : [{ ref: stringifyEntityRef(entity), document: 0, line: 1, entity }],
    keep: new Set(),
    problems: problems.map(message => ({ stage: 'location', message })),
  };
}
