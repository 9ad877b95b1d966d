/** Where the entity was read from: `file:/folder/catalog-info.yaml`, `url:https://...`. */
export const ANNOTATION_LOCATION = 'backstage.io/managed-by-location';
/** The configured or registered location from which the entity was reached in the end. */
export const ANNOTATION_ORIGIN_LOCATION = 'backstage.io/managed-by-origin-location';
/** The folder that the entity's source lies in: `url:https://.../`. */
export const ANNOTATION_SOURCE_LOCATION = 'backstage.io/source-location';
/** A page that shows the entity's file. */
export const ANNOTATION_VIEW_URL = 'backstage.io/view-url';
/** A page where the entity's file can be changed. */
export const ANNOTATION_EDIT_URL = 'backstage.io/edit-url';

/** Topic on `GET /api/events?topics=` that tells of every change of the catalog. Data: `{ "revision": number }`. */
export const catalogRevisionTopic = 'catalog.revision';
