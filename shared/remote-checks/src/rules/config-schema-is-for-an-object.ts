import { partAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

const visibilities = ['frontend', 'backend', 'secret'];

/** The schema describes the plugin's own part of the configuration, and its visibilities are words that count. */
export const configSchemaIsForAnObject = defineRule('config-schema-is-for-an-object', (input, report) => {
  const schema = partAt(input.manifest, 'configSchema');
  if (!schema) return;
  if (schema.type !== 'object') {
    report({
      path: 'configSchema.type',
      message: `Expected "object", got ${JSON.stringify(schema.type) ?? 'nothing'}`,
      fix: 'Describe the configuration of the plugin as an object with "properties"',
    });
  }
  for (const key of Object.keys(partAt(schema, 'properties') ?? {})) {
    const visibility = partAt(schema.properties, key)?.visibility;
    if (visibility === undefined || visibilities.includes(visibility as string)) continue;
    report({
      path: `configSchema.properties.${key}.visibility`,
      message: `Expected one of ${visibilities.join(', ')}, got ${JSON.stringify(visibility)}`,
      fix: 'Use "frontend" for values that browsers may read, and leave it out otherwise',
    });
  }
});
