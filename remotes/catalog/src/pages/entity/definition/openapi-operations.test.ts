import { describe, expect, test } from '@jest/globals';
import { openApiOperations } from './openapi-operations.ts';

describe('openApiOperations', () => {
  test('lists method, path and summary, from YAML and from JSON', () => {
    const yaml = 'paths:\n  /orders:\n    parameters: []\n    get: { summary: Lists orders }\n    post: { operationId: create, deprecated: true }\n';
    const expected = [
      { method: 'GET', path: '/orders', summary: 'Lists orders', deprecated: false },
      { method: 'POST', path: '/orders', summary: 'create', deprecated: true },
    ];
    expect(openApiOperations(yaml)).toEqual(expected);
    const json = JSON.stringify({ paths: { '/orders': { get: { summary: 'Lists orders\nat length' } } } });
    expect(openApiOperations(json)).toEqual(expected.slice(0, 1));
  });

  test.each(['', 'a: [', 'paths: 5', 'paths: { /a: null, /b: { get: 7 } }', '- list'])('finds none in %j', text => {
    expect(openApiOperations(text)).toEqual([]);
  });
});
