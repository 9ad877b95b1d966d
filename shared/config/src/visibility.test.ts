import { describe, expect, test } from '@jest/globals';
import { coreConfigSchema, pickVisible, secretValues } from './index.ts';
import type { JsonSchema } from './index.ts';

const data = {
  app: { title: 'Portal', baseUrl: 'http://x', branding: { logo: '/l.svg', tokens: { accent: 'red' } }, extensions: [{ 'page:a': false }] },
  organization: { name: 'Meridian', size: 4 },
  backend: {
    baseUrl: 'http://x',
    database: { client: 'pg', connection: { host: 'localhost', user: 'portal', password: 'pa55word' } },
    cache: { connection: 'redis://:r3dispass@cache:6379' },
    auth: { externalAccess: [{ type: 'static', options: { token: 'token-of-ci', subject: 'ci' } }] },
  },
  auth: { environment: 'development', providers: { github: { development: { clientId: 'id', clientSecret: 'cl1entsecret' } } } },
  radar: { url: 'http://r', token: 'radartoken', teams: [{ name: 'a', note: 'hidden' }] },
};

const radar: JsonSchema = {
  type: 'object',
  properties: {
    radar: {
      $ref: '#/$defs/radar',
    },
  },
  $defs: {
    radar: {
      type: 'object',
      deepVisibility: 'frontend',
      properties: { token: { type: 'string', visibility: 'secret' }, teams: { items: { properties: { note: { visibility: 'backend' } } } } },
    },
  },
};

describe('visibility', () => {
  test('lets browsers see what schemas mark for them, and nothing else', () => {
    expect(pickVisible(data, [coreConfigSchema])).toEqual({
      app: data.app,
      organization: { name: 'Meridian' },
      backend: { baseUrl: 'http://x' },
      auth: { environment: 'development' },
    });
  });

  test('is not in the way of others where the schema of one has a pattern that is none', () => {
    const broken: JsonSchema = { type: 'object', properties: { radar: { type: 'object', patternProperties: { '(': { visibility: 'frontend' } } } } };
    expect(pickVisible(data, [broken, coreConfigSchema])).toEqual(pickVisible(data, [coreConfigSchema]));
  });

  test('follows references and deep visibility, except where a value says otherwise', () => {
    expect(pickVisible(data, [radar])).toEqual({ radar: { url: 'http://r', teams: [{ name: 'a' }] } });
  });

  test('never shows a secret, whatever another schema says', () => {
    const greedy: JsonSchema = { type: 'object', deepVisibility: 'frontend', properties: { backend: { visibility: 'frontend' } } };
    const visible = JSON.stringify(pickVisible(data, [greedy, coreConfigSchema, radar]));
    for (const secret of ['pa55word', 'r3dispass', 'token-of-ci', 'cl1entsecret', 'radartoken']) expect(visible).not.toContain(secret);
  });

  test('collects secrets, and passwords in addresses, for redaction', () => {
    expect(secretValues(data, [coreConfigSchema, radar]).sort()).toEqual(
      ['cl1entsecret', 'pa55word', 'r3dispass', 'radartoken', 'redis://:r3dispass@cache:6379', 'token-of-ci'].sort(),
    );
  });
});
