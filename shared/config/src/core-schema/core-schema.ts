import type { JsonSchema } from '../json-schema.ts';
import { appSchema, organizationSchema } from './app.ts';
import { authSchema, discoverySchema } from './auth.ts';
import { backendSchema } from './backend.ts';

/** JSON Schema of the keys that belong to no plugin. Top-level keys that it does not name are the plugins' own. */
export const coreConfigSchema: JsonSchema = {
  type: 'object',
  properties: {
    app: appSchema,
    organization: organizationSchema,
    backend: backendSchema,
    auth: authSchema,
    discovery: discoverySchema,
  },
};
