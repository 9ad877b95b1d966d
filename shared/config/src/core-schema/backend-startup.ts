import type { JsonSchema } from '../json-schema.ts';
import { duration } from './shapes.ts';

const onFailure: JsonSchema = { enum: ['abort', 'continue'] };

/** `backend.startup`: what a plugin or module that fails to start does to the rest. */
export const startupSchema: JsonSchema = {
  type: 'object',
  properties: {
    timeout: duration,
    retry: { type: 'object', properties: { firstDelay: duration, longestDelay: duration } },
    default: { type: 'object', properties: { onPluginBootFailure: onFailure, onPluginModuleBootFailure: onFailure } },
    plugins: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: {
          onPluginBootFailure: onFailure,
          modules: {
            type: 'object',
            additionalProperties: { type: 'object', properties: { onPluginModuleBootFailure: onFailure } },
          },
        },
      },
    },
  },
};

/** `backend.lifecycle`: how long requests wait for a starting plugin, and how long a stop waits for requests. */
export const lifecycleSchema: JsonSchema = {
  type: 'object',
  properties: { startupRequestPauseTimeout: duration, serverShutdownDelay: duration },
};

const pluginIds: JsonSchema = { type: 'array', items: { type: 'string' }, expected: 'a list of plugin ids' };

const pluginSettings: JsonSchema = {
  type: 'object',
  properties: {
    process: {
      enum: ['shared', 'own'],
      description: '`own` runs the plugin as a supervised process of its own; `shared` (default) in the process of the backend',
    },
    memoryLimit: {
      anyOf: [{ type: 'number', minimum: 1 }, { type: 'string', pattern: '^\\s*\\d+(\\.\\d+)?\\s*([kKmMgG]([iI])?)?[bB]?\\s*$' }],
      description: 'What a process of its own may hold in memory before it is started anew: megabytes, or a text such as "512MB"',
      expected: 'megabytes, or a text such as "512MB"',
    },
    unresponsiveAfter: {
      ...duration,
      description: 'After this time without a sign of life a process of its own is ended and started anew; 30 s unless set',
    },
  },
};

/**
 * `backend.plugins`: which plugins this process runs, and how. A list names them; `{ include, exclude }` names some of those
 * that the backend has; `<id>: { process, memoryLimit, unresponsiveAfter }` says how one of them runs, and may stand beside the two.
 */
export const backendPluginsSchema: JsonSchema = {
  anyOf: [
    pluginIds,
    { type: 'object', properties: { include: pluginIds, exclude: pluginIds }, additionalProperties: pluginSettings },
  ],
  expected: 'a list of plugin ids, or { include, exclude, <plugin id>: { process, memoryLimit } }',
};
