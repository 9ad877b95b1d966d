export {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  catalogRevisionTopic,
} from './annotations.ts';
export { DEFAULT_NAMESPACE, getCompoundEntityRef, parseEntityRef, stringifyEntityRef } from './entity-ref.ts';
export type { CompoundEntityRef, EntityRefContext } from './entity-ref.ts';
export type { Entity, EntityLink, EntityMeta, EntityRelation, JsonObject, JsonValue } from './entity.ts';
export { catalogEntityResourceType, catalogPermissions } from './permissions.ts';
export type { CatalogProblem, ProblemStage } from './problem.ts';
export {
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CHILD_OF,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_MEMBER,
  RELATION_HAS_PART,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  relationOpposites,
} from './relations.ts';
