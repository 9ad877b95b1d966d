import type { JsonSchema } from '../json-schema.ts';
import { url } from './shapes.ts';

const extensionSettings: JsonSchema = {
  type: 'object',
  properties: {
    disabled: { type: 'boolean' },
    attachTo: { type: 'object', properties: { id: { type: 'string' }, input: { type: 'string' } } },
    config: {},
    if: {},
  },
};

/** `app.extensions`: which extensions are on, in which order, where, with which settings. */
const extensions: JsonSchema = {
  type: 'array',
  deepVisibility: 'frontend',
  items: {
    anyOf: [
      { type: 'string', minLength: 1 },
      {
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: {
          anyOf: [{ type: 'boolean' }, extensionSettings],
          expected: 'true, false or { disabled, attachTo, config }',
        },
        expected: 'an object with one key, the id of the extension',
      },
    ],
    expected: 'the id of an extension, or an object with the id as its only key',
  },
};

const texts: JsonSchema = { type: 'object', additionalProperties: { type: 'string' } };
const names: JsonSchema = { type: 'array', items: { type: 'string', minLength: 1 }, expected: 'a list of paths and plugin ids' };

/** `app.branding.tokens`: values of design tokens, for all themes or for one. */
const tokens: JsonSchema = {
  type: 'object',
  properties: { light: texts, dark: texts, 'high-contrast': texts },
  additionalProperties: { type: 'string' },
};

/** `app.navigation`: order, groups, titles of the entries, and which are hidden. */
const navigation: JsonSchema = {
  type: 'object',
  deepVisibility: 'frontend',
  properties: {
    order: names,
    groups: {
      type: 'array',
      items: {
        type: 'object',
        required: ['title', 'entries'],
        properties: { title: { type: 'string', minLength: 1 }, entries: names },
        additionalProperties: false,
      },
    },
    hidden: names,
    titles: texts,
  },
  additionalProperties: false,
};

/** `app.featureFlags`: the switches that users find in the settings. */
const featureFlags: JsonSchema = {
  type: 'array',
  deepVisibility: 'frontend',
  items: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', expected: 'lower case words joined by hyphens' },
      title: { type: 'string' },
      description: { type: 'string' },
      default: { type: 'boolean' },
    },
    additionalProperties: false,
  },
};

/** `app`: the frontend. Keys that only Backstage reads are listed, so that they are not taken for misspelt ones. */
export const appSchema: JsonSchema = {
  type: 'object',
  properties: {
    title: { type: 'string', visibility: 'frontend' },
    baseUrl: url('frontend'),
    extensions,
    routes: {
      type: 'object',
      properties: {
        bindings: {
          type: 'object',
          deepVisibility: 'frontend',
          additionalProperties: {
            // Texts come last: where a text is meant, false would be turned into one.
            anyOf: [{ const: false }, { type: 'string', pattern: '^[^.\\s]+\\.[^\\s]+$' }],
            expected: 'the id of a route such as "catalog.entity", or false',
          },
        },
      },
    },
    branding: {
      type: 'object',
      deepVisibility: 'frontend',
      properties: {
        logo: {
          anyOf: [{ type: 'string' }, { type: 'object', properties: { url: { type: 'string' }, text: { type: 'string' } } }],
          expected: 'the address of a picture, or { url, text }',
        },
        icon: { type: 'string' },
        tokens,
      },
    },
    freezeAfterMs: {
      description: 'After how long without a sign of life a page counts as frozen by a plugin; default 20000',
      type: 'integer',
      minimum: 500,
      visibility: 'frontend',
    },
    navigation,
    featureFlags,
    support: { type: 'object', deepVisibility: 'frontend' },
    packages: {},
    packageName: { type: 'string' },
    listen: {},
    analytics: {},
    experimental: {},
    pluginOverrides: {},
    disableConfigInjection: {},
    disableStaticFallbackCache: {},
    googleAnalytics: {},
    datadog: {},
    sentry: {},
  },
};

/** `organization`. */
export const organizationSchema: JsonSchema = {
  type: 'object',
  properties: { name: { type: 'string', visibility: 'frontend' } },
};
