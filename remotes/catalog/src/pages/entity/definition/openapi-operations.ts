import { parse } from 'yaml';

/** One operation of an OpenAPI definition. */
export interface OpenApiOperation {
  /** Upper case: GET. */
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly deprecated: boolean;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The operations of a definition in JSON or YAML, by path as it stands there. None for what can't be understood. */
export function openApiOperations(definition: string): readonly OpenApiOperation[] {
  let document: unknown;
  try {
    document = parse(definition, { maxAliasCount: 100, logLevel: 'silent' });
  } catch {
    return [];
  }
  const paths = isObject(document) ? document['paths'] : undefined;
  if (!isObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap(method => {
      const operation = isObject(item) ? item[method] : undefined;
      if (!isObject(operation)) return [];
      const { summary, description, operationId, deprecated } = operation;
      const words = [summary, description, operationId].find(text => typeof text === 'string' && text !== '');
      const firstLine = typeof words === 'string' ? (words.split('\n', 1)[0] ?? '') : '';
      return [{ method: method.toUpperCase(), path, summary: firstLine, deprecated: deprecated === true }];
    }),
  );
}
