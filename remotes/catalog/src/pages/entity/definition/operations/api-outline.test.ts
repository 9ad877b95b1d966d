import { describe, expect, test } from '@jest/globals';
import { apiOutline } from './api-outline.ts';

const lines = (type: string, definition: string) =>
  apiOutline(type, definition).operations.map(({ verb, name, summary, deprecated }) => `${verb} ${name} | ${summary}${deprecated ? ' (old)' : ''}`);

describe('the outline of a definition', () => {
  test('lists the operations of OpenAPI in JSON or YAML, with the words that describe them', () => {
    const definition = JSON.stringify({
      info: { title: 'Orders', version: 2, description: 'All of *them*' },
      paths: {
        '/a': { parameters: [], get: { description: 'Reads\nall of it' }, delete: { operationId: 'drop', deprecated: true } },
        '/b': null,
      },
    });
    expect(lines('openapi', definition)).toEqual(['GET /a | Reads', 'DELETE /a | drop (old)']);
    expect(apiOutline('openapi', definition)).toMatchObject({ title: 'Orders', version: '2', description: 'All of *them*' });
    expect(lines('openapi', 'paths:\n  /x:\n    put: {}\n')).toEqual(['PUT /x | ']);
  });

  test('lists what AsyncAPI 3 sends and receives, by the address of its channel', () => {
    const definition = [
      'asyncapi: 3.0.0',
      'channels: { orders: { address: commerce.orders.v1 }, bare: {} }',
      'operations:',
      "  announce: { action: send, channel: { $ref: '#/channels/orders' } }",
      "  hear: { action: receive, channel: { $ref: '#/channels/bare' }, summary: Hears it }",
    ].join('\n');
    expect(lines('asyncapi', definition)).toEqual(['SEND commerce.orders.v1 | announce', 'RECEIVE bare | Hears it']);
  });

  test('lists the channels of AsyncAPI 2', () => {
    const definition = 'channels:\n  stock:\n    description: Levels\n    subscribe: {}\n    publish: { summary: Sets one }\n';
    expect(lines('asyncapi', definition)).toEqual(['PUBLISH stock | Sets one', 'SUBSCRIBE stock | Levels']);
  });

  test('lists the root fields of GraphQL, whatever brackets its descriptions hold', () => {
    const definition = `
      type Query {
        "Finds one (or none) {by id}"
        product(id: ID!, locale: String = "en"): Product # (the cheap one)
        """
        All of them.
        """
        products: [Product!]! @deprecated
      }
      type Product { name: String! }
      extend type Mutation { rate(id: ID!, stars: Int!): Product }
    `;
    expect(lines('graphql', definition)).toEqual([
      'QUERY product(id: ID!, locale: String = "en"): Product | Finds one (or none) {by id}',
      'QUERY products: [Product!]! | All of them. (old)',
      'MUTATION rate(id: ID!, stars: Int!): Product | ',
    ]);
  });

  test('lists the methods of Protocol Buffers with their comments, or what they take and give', () => {
    const definition = [
      'service Gateway {',
      '  // Reserves an amount.',
      '  // Safe to repeat.',
      '  rpc Authorise(Request) returns (Answer);',
      '  rpc Watch ( Request ) returns (stream Answer) {}',
      '}',
    ].join('\n');
    expect(lines('grpc', definition)).toEqual([
      'RPC Gateway.Authorise | Reserves an amount. Safe to repeat.',
      'STREAM Gateway.Watch | Request → stream Answer',
    ]);
  });

  test.each(['openapi', 'asyncapi', 'graphql', 'grpc', 'wsdl'])('has none for what is no %s', type => {
    for (const text of ['', '{', 'just words', 'paths: 3', '[1, 2]']) expect(apiOutline(type, text).operations).toEqual([]);
  });
});
