import type { JsonSchema } from '@portico/config';
import { overrideSchema } from './override-settings.ts';

const text = { type: 'string', minLength: 1 };

/** One entry of `registry.remotes`. */
const remote: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    path: { description: 'A build folder on this machine; a relative path starts in the working directory', ...text },
    url: {
      description: 'Where its team hosts it: its build folder, its portico-plugin.json or, when live, its entry',
      type: 'string',
      pattern: '^https?://[^/\\s]+',
      expected: 'an http or https address',
    },
    id: {
      type: 'string',
      pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
      maxLength: 63,
      expected: 'lower case words joined by hyphens',
    },
    route: {
      description: "Replaces the path of the remote's first page",
      type: 'string',
      pattern: '^/',
      expected: 'a path that starts with /',
    },
    title: { description: "Replaces the remote's title", ...text },
    live: { description: 'Let browsers load it from its own origin', type: 'boolean' },
    type: { description: 'How the entry of a live remote without a manifest runs', enum: ['script', 'module'] },
    global: { description: 'Name of the container of a live remote without a manifest', ...text },
  },
  oneOf: [{ required: ['path'] }, { required: ['id', 'url'] }],
  expected: 'a build folder { path } or a hosted remote { id, url }',
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
          items: remote,
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
        pollIntervalMs: {
          description: 'How often the revision is looked at where several processes share the database; default 500',
          type: 'integer',
          minimum: 20,
        },
        hostTimeoutMs: { description: 'Until all files of a hosted remote have to be read; default 30000', type: 'integer', minimum: 100 },
        uploadTimeoutMs: { description: 'Until an upload has to be here; default 60000', type: 'integer', minimum: 100 },
        quotaMegabytes: { description: 'What the versions of one remote may have together; default 512', type: 'number', minimum: 1 },
        overrides: overrideSchema,
        quotaVersions: { description: 'How many versions of one remote are kept; default 500', type: 'integer', minimum: 1 },
        cspReports: {
          type: 'object',
          additionalProperties: false,
          properties: {
            perMinute: { description: 'Requests of one address with reports about the policy of the page; default 60', type: 'integer', minimum: 1 },
          },
        },
        retention: {
          description: 'What is kept beside what channels and pins give and what sessions of the last 7 days run',
          type: 'object',
          additionalProperties: false,
          properties: {
            previousVersions: { description: 'Versions that a channel can go back to; default 5', type: 'integer', minimum: 1, maximum: 20 },
            newestVersions: { description: 'The newest of each remote, whoever gets them; default 3', type: 'integer', minimum: 1 },
            versionsPerUser: { description: 'Versions of one remote that one user keeps by running them; default 10', type: 'integer', minimum: 1 },
            unusedDays: { description: 'Days that a version is kept which nobody uses; default 30', type: 'number', minimum: 0 },
            sweepMinutes: { description: 'How often the rest is taken away; default 60', type: 'number', minimum: 0.01 },
          },
        },
        chaos: {
          type: 'object',
          additionalProperties: false,
          properties: {
            allowed: { description: 'Let testers make remotes fail with ?portico-chaos=<remote>:<mode>; default in development only', type: 'boolean' },
          },
        },
        telemetry: {
          type: 'object',
          additionalProperties: false,
          properties: {
            perMinute: { description: 'Requests of one user that tell how versions fare; default 240', type: 'integer', minimum: 1 },
          },
        },
        errorBudget: {
          description: 'When a version is taken back by itself: enough users met errors in enough loads, and more than with the version before',
          type: 'object',
          additionalProperties: false,
          properties: {
            windowMinutes: { description: 'Default 5', type: 'number', minimum: 0.1 },
            users: { description: 'Distinct users who met an error; default 5', type: 'integer', minimum: 1 },
            loads: { description: 'Default 20', type: 'integer', minimum: 1 },
            errorRate: { description: 'Errors for each load; default 0.1', type: 'number', minimum: 0, maximum: 1 },
          },
        },
      },
    },
  },
};
