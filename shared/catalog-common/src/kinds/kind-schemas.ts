import { specOf, text, texts } from './schema-parts.ts';
import type { KindSchema } from './schema-parts.ts';

const coreVersions = ['backstage.io/v1alpha1', 'backstage.io/v1beta1'];

/** What a kind demands of `spec`, and for which API versions. Other versions of the kind are not checked. */
export interface KindDefinition {
  readonly apiVersions: readonly string[];
  spec(apiVersion: string): KindSchema;
}

function core(schema: KindSchema): KindDefinition {
  return { apiVersions: coreVersions, spec: () => schema };
}

const profile = {
  type: 'object',
  properties: { displayName: text, email: text, picture: text },
};

const apiParts = { type: text, lifecycle: text, owner: text };
const apiWithDefinition = specOf({ ...apiParts, definition: text }, { system: text });
const remote = specOf({ type: text, url: text });

const api: KindDefinition = {
  apiVersions: coreVersions,
  // From v1beta1 on, an MCP server names the addresses it answers at in place of a definition.
  spec: apiVersion =>
    apiVersion === 'backstage.io/v1alpha1'
      ? apiWithDefinition
      : {
          if: { properties: { type: { const: 'mcp-server' } }, required: ['type', 'remotes'] },
          then: specOf({ ...apiParts, remotes: { type: 'array', minItems: 1, items: remote } }, { system: text }),
          else: apiWithDefinition,
        },
};

/** The kinds of the Backstage model that have rules, by lower-case name. Kinds not listed here have none. */
export const kindSchemas: Readonly<Record<string, KindDefinition>> = {
  component: core(
    specOf(
      { type: text, lifecycle: text, owner: text },
      { system: text, subcomponentOf: text, providesApis: texts, consumesApis: texts, dependsOn: texts, dependencyOf: texts },
    ),
  ),
  api,
  resource: core(specOf({ type: text, owner: text }, { system: text, dependsOn: texts, dependencyOf: texts })),
  system: core(specOf({ owner: text }, { domain: text, type: text })),
  domain: core(specOf({ owner: text }, { subdomainOf: text, type: text })),
  group: core(specOf({ type: text, children: texts }, { parent: text, members: texts, profile })),
  user: core(specOf({}, { memberOf: texts, profile })),
  location: core(
    specOf({}, { type: text, target: text, targets: texts, presence: { type: 'string', enum: ['required', 'optional'] } }),
  ),
};
