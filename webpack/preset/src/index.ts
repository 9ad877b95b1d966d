export { createShellConfig } from './create-shell-config.ts';
export type { BuildOptions } from './create-shell-config.ts';
export { createRemoteConfig } from './create-remote-config.ts';
export { createServerConfig } from './create-server-config.ts';
