import { describeValue, faultAt } from './fault.ts';
import type { EntityFault } from './fault.ts';
import {
  anyTextFormat,
  apiVersionFormat,
  keyFormat,
  kindFormat,
  labelValueFormat,
  nameFormat,
  namespaceFormat,
  tagFormat,
  textFormat,
  urlFormat,
} from './formats.ts';
import type { Format } from './formats.ts';

type Faults = EntityFault[];
type Fields = Readonly<Record<string, unknown>>;

const rootKeys = new Set(['apiVersion', 'kind', 'metadata', 'spec']);

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkText(value: unknown, path: string, format: Format): Faults {
  return typeof value === 'string' && format.test(value) ? [] : [faultAt(path, format.expected, value)];
}

function checkOptionalText(value: unknown, path: string, format: Format): Faults {
  return value === undefined ? [] : checkText(value, path, format);
}

function checkMap(value: unknown, path: string, valueFormat: Format): Faults {
  if (value === undefined) return [];
  if (!isObject(value)) return [faultAt(path, 'an object of strings', value)];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(keyFormat.test(key) ? [] : [{ path, message: `${path}: expected each key to be ${keyFormat.expected}, found "${key}"` }]),
    ...checkText(item, `${path}.${key}`, valueFormat),
  ]);
}

function checkTags(value: unknown): Faults {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [faultAt('metadata.tags', 'a list of strings', value)];
  return value.flatMap((tag, index) => checkText(tag, `metadata.tags.${index}`, tagFormat));
}

function checkLinks(value: unknown): Faults {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [faultAt('metadata.links', 'a list of links', value)];
  return value.flatMap((link: unknown, index) => {
    const path = `metadata.links.${index}`;
    if (!isObject(link)) return [faultAt(path, 'an object with a url', link)];
    return [
      ...checkText(link['url'], `${path}.url`, urlFormat),
      ...checkOptionalText(link['title'], `${path}.title`, textFormat),
      ...checkOptionalText(link['icon'], `${path}.icon`, nameFormat),
      ...checkOptionalText(link['type'], `${path}.type`, textFormat),
    ];
  });
}

function checkMetadata(metadata: unknown): Faults {
  if (!isObject(metadata)) return [faultAt('metadata', 'an object with a name', metadata)];
  return [
    ...checkText(metadata['name'], 'metadata.name', nameFormat),
    ...checkOptionalText(metadata['namespace'], 'metadata.namespace', namespaceFormat),
    ...checkOptionalText(metadata['uid'], 'metadata.uid', textFormat),
    ...checkOptionalText(metadata['etag'], 'metadata.etag', textFormat),
    ...checkOptionalText(metadata['title'], 'metadata.title', textFormat),
    ...checkOptionalText(metadata['description'], 'metadata.description', anyTextFormat),
    ...checkMap(metadata['labels'], 'metadata.labels', labelValueFormat),
    ...checkMap(metadata['annotations'], 'metadata.annotations', anyTextFormat),
    ...checkTags(metadata['tags']),
    ...checkLinks(metadata['links']),
  ];
}

/** Checks what all kinds have in common. Returns every fault; none when the envelope is right. */
export function checkEnvelope(entity: unknown): readonly EntityFault[] {
  if (!isObject(entity)) return [faultAt('', 'an object with apiVersion, kind and metadata', entity)];
  const foreign = Object.keys(entity).filter(key => !rootKeys.has(key));
  return [
    ...checkText(entity['apiVersion'], 'apiVersion', apiVersionFormat),
    ...checkText(entity['kind'], 'kind', kindFormat),
    ...checkMetadata(entity['metadata']),
    ...(entity['spec'] === undefined || isObject(entity['spec']) ? [] : [faultAt('spec', 'an object', entity['spec'])]),
    ...foreign.map(key => ({
      path: key,
      message: `${key}: expected apiVersion, kind, metadata, spec and nothing else, found ${describeValue(entity[key])}`,
    })),
  ];
}
