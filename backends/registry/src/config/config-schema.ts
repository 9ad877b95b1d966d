import type { JsonSchema } from '@portico/config';

const text = { type: 'string', minLength: 1 };
const described = {
  id: { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 63 },
  /** Replaces the path of the remote's first page. */
  route: { type: 'string', pattern: '^/' },
  title: text,
};

/** The part of the configuration that the registry reads. */
export const registryConfigSchema: JsonSchema = {
  type: 'object',
  properties: {
    registry: {
      type: 'object',
      additionalProperties: false,
      properties: {
        remotes: {
          description: 'Remotes that this portal always has. An earlier one keeps a route that a later one wants too.',
          type: 'array',
          items: {
            anyOf: [
              {
                description: 'A build folder on this machine; a relative path starts in the working directory',
                type: 'object',
                required: ['path'],
                additionalProperties: false,
                properties: { ...described, path: text },
              },
              {
                description: 'A remote that its team hosts: its build folder, its portico-plugin.json or, when live, its entry',
                type: 'object',
                required: ['id', 'url'],
                additionalProperties: false,
                properties: {
                  ...described,
                  url: { type: 'string', pattern: '^https?://[^/\\s]+' },
                  live: { type: 'boolean' },
                  type: { enum: ['script', 'module'] },
                  global: text,
                },
              },
            ],
          },
        },
        artifacts: {
          type: 'object',
          additionalProperties: false,
          properties: { public: { description: 'Serve remotes without a session', type: 'boolean' } },
        },
        origins: {
          type: 'object',
          additionalProperties: false,
          properties: {
            allowed: {
              description: 'Origins that live remotes may come from',
              type: 'array',
              items: { type: 'string', pattern: '^https?://[^/]+$' },
            },
          },
        },
        offerFile: { description: 'What the shell offers; default offer.json in app.shellDirectory', ...text },
        watchIntervalMs: { description: 'How often build folders are looked at; default 1000', type: 'integer', minimum: 20 },
        probeIntervalMs: { description: 'How often hosted remotes are asked; default 60000', type: 'integer', minimum: 50 },
      },
    },
  },
};
