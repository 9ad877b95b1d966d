export { coreConfigSchema } from './core-schema/core-schema.ts';
export { deepFreeze } from './freeze.ts';
export type { JsonObject, JsonValue } from './json.ts';
export type { JsonSchema, Visibility } from './json-schema.ts';
export { mergeConfig } from './merge.ts';
export type { ConfigSource } from './merge.ts';
export { createConfigReader } from './reader.ts';
export type { ConfigReader, ConfigReaderOptions } from './reader.ts';
export { pickVisible, secretValues } from './visibility.ts';
