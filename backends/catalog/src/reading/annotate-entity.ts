import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  DEFAULT_NAMESPACE,
} from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';

/** Adds what the catalog knows about where an entity came from; `uid` and `etag` of the file are dropped. */
export function annotateEntity(entity: Entity, location: string, origin: string): Entity {
  const { uid: _uid, etag: _etag, name, namespace, annotations, ...others } = entity.metadata;
  const url = location.startsWith('url:') ? location.slice('url:'.length) : undefined;
  const web = url !== undefined && /^https?:/.test(url);
  return {
    ...entity,
    metadata: {
      name,
      namespace: namespace ?? DEFAULT_NAMESPACE,
      ...others,
      annotations: {
        ...(url === undefined
          ? {}
          : {
              ...(web ? { [ANNOTATION_VIEW_URL]: url, [ANNOTATION_EDIT_URL]: url } : {}),
              [ANNOTATION_SOURCE_LOCATION]: `url:${new URL('.', url).href}`,
            }),
        ...annotations,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: origin,
      },
    },
  };
}
