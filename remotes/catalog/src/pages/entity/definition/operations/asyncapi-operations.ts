import { firstLine, parsedObject } from './operation.ts';
import type { Operation, Parsed } from './operation.ts';

/** What an AsyncAPI document (2 or 3) sends and receives, by channel. */
export function asyncApiOperations(document: Parsed): readonly Operation[] {
  const channels = parsedObject(document['channels']);
  const operations = Object.entries(parsedObject(document['operations']));
  return operations.length > 0 ? operations.map(([id, operation]) => thirdVersion(id, parsedObject(operation), channels)) : secondVersion(channels);
}

function thirdVersion(id: string, operation: Parsed, channels: Parsed): Operation {
  const { action, channel, summary, description, title } = operation;
  const reference = parsedObject(channel)['$ref'];
  const channelId = typeof reference === 'string' ? (reference.split('/').at(-1) ?? id) : id;
  const address = parsedObject(channels[channelId])['address'];
  return {
    verb: typeof action === 'string' ? action.toUpperCase() : 'SEND',
    name: typeof address === 'string' ? address : channelId,
    summary: firstLine(summary, title, description, id),
    deprecated: false,
  };
}

function secondVersion(channels: Parsed): readonly Operation[] {
  return Object.entries(channels).flatMap(([name, channel]) =>
    ['publish', 'subscribe'].flatMap(verb => {
      const operation = parsedObject(channel)[verb];
      if (typeof operation !== 'object' || operation === null) return [];
      const { summary, description, operationId } = operation as Parsed;
      const fallback = firstLine(parsedObject(channel)['description'], operationId);
      return [{ verb: verb.toUpperCase(), name, summary: firstLine(summary, description, fallback), deprecated: false }];
    }),
  );
}
