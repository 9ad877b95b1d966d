import { defineErrors } from '../define-errors.ts';

/** Faults of entities, locations and catalog queries. */
export const catalogErrors = /* @__PURE__ */ defineErrors('catalog', {
  REF_INVALID: [
    'InputError',
    'Expected an entity ref of the form [kind:][namespace/]name, got {ref}',
    'Write the ref as for example component:default/shell',
  ],
  REF_KIND_MISSING: [
    'InputError',
    'Expected an entity ref that names a kind, got {ref}',
    'Put the kind and a colon in front, as in component:default/shell',
  ],
  REF_TOO_LONG: [
    'InputError',
    'Expected an entity ref of at most {limit} characters, got {length}',
    'Shorten the namespace or the name',
  ],
  PLACEHOLDER_INVALID: [
    'InputError',
    'Expected {expected}, got {received}',
    'Write $text, $json or $yaml with the path or URL of one document',
  ],
  TARGET_REFUSED: [
    'NotAllowedError',
    'Expected a target that this location may read, got {target}: {reason}',
    'Name a file inside the folder of the configured location (catalog.locations[].within widens it), or a URL that backend.reading.allow lists',
  ],
  FILE_TOO_LARGE: [
    'PayloadTooLargeError',
    'Expected a file of at most {limit} bytes, got {size} bytes in {path}',
    'Split the file and list the parts in a Location entity',
  ],
  FILE_UNREADABLE: [
    'InputError',
    'Expected a readable file at {path}, but {reason}',
    'Check the path and the permissions of the file',
  ],
  TEXT_INVALID: ['InputError', 'Expected UTF-8 text in {path}, got other bytes', 'Save the file with UTF-8 encoding'],
  ENTITY_NOT_FOUND: [
    'NotFoundError',
    'Expected an entity of the catalog, got {ref}, which is not in it',
    'Check the spelling; GET /api/catalog/problems lists entities that were kept out',
  ],
  PROVIDER_DUPLICATE: [
    'ConflictError',
    'Expected one entity provider named {name}, got two',
    'Give each provider a name of its own in getProviderName()',
  ],
  LOCATION_NOT_FOUND: [
    'NotFoundError',
    'Expected a location of the catalog, got {id}, which is none',
    'GET /api/catalog/locations lists the locations with their ids',
  ],
  FILTER_INVALID: [
    'InputError',
    'Expected a filter of the form key=value,key=value, got {filter}',
    'Write each condition as key=value, or as a key alone to ask whether it exists',
  ],
  PREDICATE_INVALID: [
    'InputError',
    'At {path}: expected a filter predicate, {reason}',
    'Use paths with a value, $exists, $in, $hasPrefix or $contains, and $all, $any or $not, each alone in its object',
  ],
  QUERY_TOO_LARGE: [
    'InputError',
    'Expected at most {limit} {things} in a query, got {count}',
    'Ask with fewer {things}, in several queries',
  ],
  PARAMETER_INVALID: ['InputError', 'Expected {name} to be {expected}, got {received}', 'Change {name} to {expected}'],
  CURSOR_INVALID: [
    'InputError',
    'Expected a cursor that the catalog gave out, got one that cannot be read',
    'Begin again without a cursor',
  ],
  BODY_INVALID: ['InputError', 'At {path}: expected {expected}, got {received}', 'Send a JSON body of the published shape'],
});
