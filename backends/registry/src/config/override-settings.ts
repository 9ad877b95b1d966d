import type { ConfigReader, JsonSchema } from '@portico/config';
import { defaultOverrideOrigins } from '@portico/contracts';

/** Who may replace a remote in their own session, by what, and for how long: `registry.overrides`. */
export interface OverrideSettings {
  readonly enabled: boolean;
  /** Scheme and host, with a port, without one, or with `*` for any. */
  readonly allowedOrigins: readonly string[];
  /** Whoever has none of these may not, whatever the policy says. */
  readonly allowedRoles: readonly string[];
  readonly lastsMs: number;
  readonly mostPerSession: number;
}

const hourMs = 3600_000;

/** The part of the configuration that says so. */
export const overrideSchema: JsonSchema = {
  description: 'Local overrides: somebody replaces a remote by another build, in their own session only',
  type: 'object',
  additionalProperties: false,
  properties: {
    enabled: { description: 'Default true; false ends all that there are', type: 'boolean' },
    allowedOrigins: {
      description: 'Where they may come from; default http://localhost:* and http://127.0.0.1:*. They are in the policy of the page, too',
      type: 'array',
      items: {
        type: 'string',
        pattern: '^https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:([0-9]{1,5}|\\*))?$',
        expected: 'an origin in lower case, for example https://builds.example.com or http://localhost:* for any port',
      },
    },
    allowedRoles: {
      description:
        'Roles that may have them at all; default portal-admin and remote-publisher. The permission registry.remote.override says for which remotes: publishers have it for their own',
      type: 'array',
      items: { type: 'string', minLength: 1 },
    },
    expireAfterHours: { description: 'Default 8', type: 'number', minimum: 0.01, maximum: 168 },
    mostPerSession: { description: 'Default 5', type: 'integer', minimum: 1, maximum: 20 },
  },
};

/** Reads `registry.overrides`. */
export function readOverrideSettings(config: ConfigReader): OverrideSettings {
  const at = (key: string): string => `registry.overrides.${key}`;
  return {
    enabled: config.getOptionalBoolean(at('enabled')) ?? true,
    allowedOrigins: config.getOptionalStringArray(at('allowedOrigins')) ?? defaultOverrideOrigins,
    allowedRoles: config.getOptionalStringArray(at('allowedRoles')) ?? ['portal-admin', 'remote-publisher'],
    lastsMs: (config.getOptionalNumber(at('expireAfterHours')) ?? 8) * hourMs,
    mostPerSession: config.getOptionalNumber(at('mostPerSession')) ?? 5,
  };
}
