import { firstLine, parsedObject } from './operation.ts';
import type { Operation, Parsed } from './operation.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The operations of an OpenAPI document, by path as they stand there. */
export function openApiOperations(document: Parsed): readonly Operation[] {
  return Object.entries(parsedObject(document['paths'])).flatMap(([path, item]) =>
    methods.flatMap(method => {
      const operation = parsedObject(item)[method];
      if (typeof operation !== 'object' || operation === null) return [];
      const { summary, description, operationId, deprecated } = operation as Parsed;
      return [
        { verb: method.toUpperCase(), name: path, summary: firstLine(summary, description, operationId), deprecated: deprecated === true },
      ];
    }),
  );
}
