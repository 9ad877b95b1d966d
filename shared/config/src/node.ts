export { coreConfigSchema } from './core-schema/core-schema.ts';
export { findForeignFaults } from './node/foreign-faults.ts';
export type { ForeignSchema } from './node/foreign-faults.ts';
export { loadConfig } from './node/load-config.ts';
export type { LoadConfigOptions, LoadedConfig } from './node/load-config.ts';
export { watchConfig } from './node/watch-config.ts';
export type { WatchConfigOptions } from './node/watch-config.ts';
export type { Environment } from './node/substitute-text.ts';
