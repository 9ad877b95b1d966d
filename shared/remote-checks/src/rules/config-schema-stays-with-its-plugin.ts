import { partAt, textAt } from '../manifest-parts.ts';
import type { Fault } from '../rule.ts';
import { defineRule } from '../rule.ts';

const visibilities = ['frontend', 'backend', 'secret'];

/** The key of the configuration that belongs to a plugin: `tech-radar` has `techRadar`. */
export function configKeyOf(pluginId: string): string {
  return pluginId.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

function checkVisibilities(schema: unknown, path: string, report: (fault: Fault) => void): void {
  const properties = partAt(schema, 'properties');
  for (const key of Object.keys(properties ?? {})) {
    const property = partAt(properties, key);
    for (const word of ['visibility', 'deepVisibility']) {
      const visibility = property?.[word];
      if (visibility === undefined || visibilities.includes(visibility as string)) continue;
      report({
        path: `${path}.properties.${key}.${word}`,
        message: `Expected one of ${visibilities.join(', ')}, got ${JSON.stringify(visibility)}`,
        fix: 'Use "frontend" for values that browsers may read, and leave it out otherwise',
      });
    }
    checkVisibilities(property, `${path}.properties.${key}`, report);
  }
}

/**
 * The schema is one of the whole configuration, as all schemas are, and describes the plugin's own key alone: a remote
 * can't make other values visible to browsers.
 */
export const configSchemaStaysWithItsPlugin = defineRule('config-schema-stays-with-its-plugin', (input, report) => {
  const schema = partAt(input.manifest, 'configSchema');
  if (!schema) return;
  if (schema.type !== 'object') {
    report({
      path: 'configSchema.type',
      message: `Expected "object", got ${JSON.stringify(schema.type) ?? 'nothing'}`,
      fix: 'Describe the configuration as an object with "properties"',
    });
  }
  const own = configKeyOf(textAt(input.manifest, 'id') ?? '');
  for (const key of Object.keys(partAt(schema, 'properties') ?? {})) {
    if (key === own) continue;
    report({
      path: `configSchema.properties.${key}`,
      message: `Expected the plugin's own key ${own} only, got ${key}`,
      fix: `Put the settings of the plugin below ${own}`,
    });
  }
  if (schema.deepVisibility !== undefined || schema.visibility !== undefined) {
    report({
      path: 'configSchema',
      message: 'Expected visibility on the values of the plugin, got it on the whole configuration',
      fix: `Move visibility and deepVisibility to properties below ${own}`,
    });
  }
  checkVisibilities(schema, 'configSchema', report);
});
