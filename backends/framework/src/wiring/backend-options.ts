import { secretValues } from '@portico/config';
import type { JsonSchema } from '@portico/config';
import type { LoadedConfig } from '@portico/config/node';
import type { StaticAccess } from '../services/auth/static-access.ts';
import type { WatchConfig } from '../services/config/create-root-config.ts';
import type { ListenAddress } from '../services/root-instance/root-instance-service.ts';
import type { SpawnPlugin } from '../isolation/spawn-plugin.ts';
import type { FeatureSource } from './load-features.ts';
import type { ServiceFactory } from './service-ref.ts';

/** What `createBackend` takes. */
export interface BackendOptions {
  readonly config: LoadedConfig;
  /** Absolute path of the folder for databases and keys. */
  readonly dataDirectory: string;
  /** Configuration layers in use, comma-separated; `production` among them ends every convenience of development. */
  readonly environment?: string | undefined;
  /** Makes the configuration follow its files until the stop. */
  readonly watch?: WatchConfig;
  /** Reads the configuration anew, checked with the schemas of features that a loader has found. */
  readonly extendConfig?: (schemas: readonly JsonSchema[]) => Promise<LoadedConfig>;
  /** Starts processes for `backend.plugins.<id>.process: own`. */
  readonly spawnPlugin?: SpawnPlugin;
  /** Set in the process of a single plugin, which another process has started. */
  readonly home?: HomeOptions;
  /** Goes before `backend.listen`; 0 takes a free port. */
  readonly port?: number;
  readonly features?: readonly FeatureSource[];
  /** Replace core services or add others. */
  readonly services?: readonly ServiceFactory[];
  /** Static tokens in addition to `backend.auth.externalAccess`. */
  readonly externalAccess?: readonly StaticAccess[];
  /** How long a request waits for a plugin that is starting. Default 5,000. */
  readonly holdMs?: number;
}

/** What the process of a single plugin knows of the one that started it. */
export interface HomeOptions {
  /** The one plugin that runs here. */
  readonly pluginId: string;
  /** The other plugins are reached through this address. */
  readonly url: string;
  readonly process: NodeJS.Process;
}

const defaultAddress: ListenAddress = { host: '127.0.0.1', port: 3000 };
const loopback = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** True for an address that only this machine can reach. */
export function isLoopbackHost(host: string): boolean {
  return loopback.test(host);
}

/** True while only this machine reaches the portal and it is not meant for production. */
export function isDevelopment(options: Pick<BackendOptions, 'config' | 'port' | 'environment'>): boolean {
  const layers = (options.environment ?? '').split(',').map(layer => layer.trim());
  const environments = [...layers, options.config.reader.getOptionalString('auth.environment')];
  return isLoopbackHost(listenAddressOf(options).host) && !environments.includes('production');
}

/** Where to listen: `backend.listen` as `{ host, port }` or as text (`:3000`, `0.0.0.0:3000`), and the port of the options. */
export function listenAddressOf({ config, port }: Pick<BackendOptions, 'config' | 'port'>): ListenAddress {
  const { reader } = config;
  const listen = reader.getOptional('backend.listen');
  let configured: Partial<ListenAddress> = {};
  if (typeof listen === 'string') {
    const at = listen.lastIndexOf(':');
    const host = listen.slice(0, Math.max(at, 0)).replace(/^\[|\]$/g, '');
    configured = { ...(host ? { host } : {}), port: Number(listen.slice(at + 1)) };
  } else if (listen !== undefined) {
    const host = reader.getOptionalString('backend.listen.host');
    const listenPort = reader.getOptionalNumber('backend.listen.port');
    configured = { ...(host === undefined ? {} : { host }), ...(listenPort === undefined ? {} : { port: listenPort }) };
  }
  return { ...defaultAddress, ...configured, ...(port === undefined ? {} : { port }) };
}

/** Values that no log line may show. */
export function secretsOf({ config, externalAccess = [] }: BackendOptions): string[] {
  return [...secretValues(config.data, [...config.schemas]), ...externalAccess.map(({ token }) => token)];
}

/** Where the server of this process listens: a plugin in a process of its own is reached through the one that started it. */
export function serverAddressOf(options: BackendOptions): ListenAddress {
  return options.home ? { host: '127.0.0.1', port: 0 } : listenAddressOf(options);
}
