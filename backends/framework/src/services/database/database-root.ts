import type { ConfigReader } from '@portico/config';
import { openDataDirectory } from '../../process/data-directory.ts';
import { createConnectionSlots } from './pools/connection-slots.ts';
import type { ConnectionSlots } from './pools/connection-slots.ts';
import { createServerWatch } from './pools/server-watch.ts';
import type { ServerWatch, ServerWatchOptions } from './pools/server-watch.ts';
import { readDuration } from '../config/read-duration.ts';
import type { DatabaseSettings } from './database-settings.ts';

/** What the databases of all plugins of a process share. */
export interface DatabaseRoot {
  readonly dataDirectory: string;
  readonly slots: ConnectionSlots;
  /** `backend.database.unresponsiveAfter`. */
  readonly patienceMs: number;
  /** The watch of the server that these settings lead to. */
  watchOf(settings: Pick<DatabaseSettings, 'client' | 'connection'>): ServerWatch;
  /** Hears what Knex has to say of single connections; requests that fail tell the same. */
  readonly onRemark: (remark: string) => void;
  /** Takes a folder of SQLite files for this process, once. */
  lockFolder(folder: string): Promise<void>;
}

/** Two replicas stay below the 100 connections that PostgreSQL allows unless told otherwise. */
const defaultMaxConnections = 40;
const defaultPatienceMs = 5_000;

/** What `createDatabaseRoot` takes. */
export interface DatabaseRootOptions {
  readonly config: ConfigReader;
  readonly dataDirectory: string;
  /** Called with what gives a locked folder free. */
  readonly onLocked?: (close: () => void) => void;
  readonly onRemark?: (remark: string) => void;
  /** Hears when a server goes away and when it is back. */
  readonly onServer?: ServerWatchOptions['onChange'];
}

/** Where a server is, without who asks. */
function addressOf({ client, connection }: Pick<DatabaseSettings, 'client' | 'connection'>): string {
  const { host, port, socketPath } = typeof connection === 'string' ? {} : connection;
  return JSON.stringify([client, host, port, socketPath]);
}

/** Made once per process. */
export function createDatabaseRoot(options: DatabaseRootOptions): DatabaseRoot {
  const { config, dataDirectory, onLocked, onRemark = () => undefined, onServer = () => undefined } = options;
  const folders = new Map<string, Promise<void>>();
  const watches = new Map<string, ServerWatch>();
  const patienceMs = readDuration(config, 'backend.database.unresponsiveAfter') ?? defaultPatienceMs;
  return {
    dataDirectory,
    onRemark,
    patienceMs,
    watchOf(settings) {
      const address = addressOf(settings);
      const watch = watches.get(address) ?? createServerWatch({ patienceMs, onChange: onServer });
      watches.set(address, watch);
      return watch;
    },
    slots: createConnectionSlots(config.getOptionalNumber('backend.database.maxConnections') ?? defaultMaxConnections),
    lockFolder(folder) {
      const held = folders.get(folder);
      if (held) return held;
      const locking = openDataDirectory(folder).then(({ close }) => onLocked?.(close));
      folders.set(folder, locking);
      return locking;
    },
  };
}
