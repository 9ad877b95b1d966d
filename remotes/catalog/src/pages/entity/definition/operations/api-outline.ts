import { parse } from 'yaml';
import { asyncApiOperations } from './asyncapi-operations.ts';
import { graphqlOperations } from './graphql-operations.ts';
import { openApiOperations } from './openapi-operations.ts';
import { outlineInfo, parsedObject } from './operation.ts';
import type { ApiOutline, Parsed } from './operation.ts';
import { protobufOperations } from './protobuf-operations.ts';

/** What a definition of a known type says of its operations. None of them for other types, or for what can't be understood. */
export function apiOutline(type: string, definition: string): ApiOutline {
  if (type === 'graphql') return { operations: graphqlOperations(definition) };
  if (type === 'grpc') return { operations: protobufOperations(definition) };
  if (type !== 'openapi' && type !== 'asyncapi') return { operations: [] };
  const document = parsed(definition);
  return { ...outlineInfo(document), operations: type === 'openapi' ? openApiOperations(document) : asyncApiOperations(document) };
}

/** A document in JSON or YAML. */
function parsed(definition: string): Parsed {
  try {
    return parsedObject(parse(definition, { maxAliasCount: 100, logLevel: 'silent' }));
  } catch {
    return {};
  }
}
