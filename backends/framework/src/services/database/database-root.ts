import type { ConfigReader } from '@portico/config';
import { openDataDirectory } from '../../process/data-directory.ts';
import { createConnectionSlots } from './pools/connection-slots.ts';
import type { ConnectionSlots } from './pools/connection-slots.ts';

/** What the databases of all plugins of a process share. */
export interface DatabaseRoot {
  readonly dataDirectory: string;
  readonly slots: ConnectionSlots;
  /** Hears what Knex has to say of single connections; requests that fail tell the same. */
  readonly onRemark: (remark: string) => void;
  /** Takes a folder of SQLite files for this process, once. */
  lockFolder(folder: string): Promise<void>;
}

/** Two replicas stay below the 100 connections that PostgreSQL allows unless told otherwise. */
const defaultMaxConnections = 40;

/** What `createDatabaseRoot` takes. */
export interface DatabaseRootOptions {
  readonly config: ConfigReader;
  readonly dataDirectory: string;
  /** Called with what gives a locked folder free. */
  readonly onLocked?: (close: () => void) => void;
  readonly onRemark?: (remark: string) => void;
}

/** Made once per process. */
export function createDatabaseRoot({ config, dataDirectory, onLocked, onRemark = () => undefined }: DatabaseRootOptions): DatabaseRoot {
  const folders = new Map<string, Promise<void>>();
  return {
    dataDirectory,
    onRemark,
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
