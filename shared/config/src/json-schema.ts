/** Who may see a value: browsers, only backends (the default), or only the code that needs it (never logged). */
export type Visibility = 'frontend' | 'backend' | 'secret';

/**
 * JSON Schema of configuration, with the annotations of Backstage and one of Portico:
 * `visibility` marks one value, `deepVisibility` also everything below it, and `expected` says in a message what a
 * value should be, where the keywords alone would read badly ("an http or https URL").
 */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly visibility?: Visibility;
  readonly deepVisibility?: Visibility;
  readonly expected?: string;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}
