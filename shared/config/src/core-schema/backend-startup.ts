import type { JsonSchema } from '../json-schema.ts';
import { duration } from './shapes.ts';

const onFailure: JsonSchema = { enum: ['abort', 'continue'] };

/** `backend.startup`: what a plugin or module that fails to start does to the rest. */
export const startupSchema: JsonSchema = {
  type: 'object',
  properties: {
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

/** `backend.plugins.<id>`: how one plugin runs. */
export const backendPluginsSchema: JsonSchema = {
  type: 'object',
  additionalProperties: { type: 'object', properties: { process: { enum: ['shared', 'own'] } } },
};
