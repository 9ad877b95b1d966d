export { assembleManifest, integrityOf, manifestFileName } from './assemble-manifest.ts';
export type { BuiltRemote, RemotePackage } from './built-remote.ts';
export { checkRemote } from './check-remote.ts';
export type { CheckedRemote } from './check-remote.ts';
export { describeFiles } from './describe-files.ts';
export { installedVersion } from './installed-version.ts';
export { readPluginSource } from './plugin-source.ts';
export type { PluginSource } from './plugin-source.ts';
export { portalRange } from './portal-range.ts';
