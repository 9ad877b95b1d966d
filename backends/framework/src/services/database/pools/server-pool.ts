import type { Socket } from 'node:net';
import type { Knex } from 'knex';
import { createError, frameworkErrors } from '@portico/errors';
import { withTimeLimit } from '../../lifecycle/create-hooks.ts';
import type { ConnectionSlots } from './connection-slots.ts';
import { isServerAway, isUnavailable, translateDatabaseFault } from './database-faults.ts';
import type { ServerWatch } from './server-watch.ts';

/** What the pool of a plugin on a database server needs. */
export interface ServerPoolOptions {
  readonly client: 'pg' | 'mysql2';
  readonly pluginId: string;
  /** For the driver. */
  readonly connection: Readonly<Record<string, unknown>>;
  readonly slots: ConnectionSlots;
  readonly watch: ServerWatch;
  /** Milliseconds that the server may take for a new connection when the watch asks for one. */
  readonly patienceMs: number;
  readonly onRemark: (remark: string) => void;
  /** Statements that each new connection begins with. */
  readonly session: readonly string[];
  readonly searchPath?: readonly string[];
  /** `knexConfig` of the configuration. */
  readonly knexConfig: Readonly<Record<string, unknown>>;
}

/** The part of Knex's client that is changed here; it has no types of its own. */
interface ServerClient {
  acquireConnection(): Promise<object>;
  acquireRawConnection(): Promise<object>;
  destroyRawConnection(connection: object): Promise<void>;
  query(connection: object, statement: unknown): Promise<unknown>;
  _query(connection: object, statement: { sql: string }): Promise<unknown>;
  destroy(): Promise<void>;
}
type ServerClientClass = new (config: Knex.Config) => ServerClient;

// Soon enough for a client that waits; a server that is down is known at once and needs no limit.
const acquireTimeoutMs = 10_000;
const idleTimeoutMs = 10_000;
const mostPerPlugin = 10;

interface DriverConnection {
  /** Of mysql2. */
  readonly stream?: Socket;
  /** Of pg. */
  readonly connection?: { readonly stream?: Socket };
}

/** Ends a connection without asking the server; what waits on it fails. */
function cut(connection: DriverConnection): void {
  (connection.stream ?? connection.connection?.stream)?.destroy();
}

/** A Knex client whose connections are counted and watched, and whose lost connections are errors of the catalogue. */
function clientClass(Base: ServerClientClass, options: ServerPoolOptions): ServerClientClass {
  const { pluginId, slots, session, watch, patienceMs } = options;
  const own = slots.join(pluginId);
  const releases = new WeakMap<object, () => void>();
  const translated = async <T>(step: Promise<T>): Promise<T> => {
    try {
      return await step;
    } catch (thrown) {
      const fault = translateDatabaseFault(thrown, pluginId);
      if (isUnavailable(fault)) watch.suspect();
      throw fault;
    }
  };
  return class extends Base {
    readonly pluginId = pluginId;

    constructor(config: Knex.Config) {
      super(config);
      watch.join(this);
    }

    async answers() {
      const connecting = super.acquireRawConnection();
      const closed = connecting.then(connection => super.destroyRawConnection(connection));
      closed.catch(() => undefined);
      try {
        await withTimeLimit(connecting, patienceMs, 'a new connection to the database server');
        return true;
      } catch (thrown) {
        return !isServerAway(thrown);
      }
    }

    override async acquireConnection() {
      if (!(await watch.ready())) throw createError(frameworkErrors.DATABASE_UNAVAILABLE, { plugin: pluginId });
      return translated(super.acquireConnection());
    }

    override query(connection: object, statement: unknown) {
      return translated(watch.follow(super.query(connection, statement), () => cut(connection)));
    }

    override async acquireRawConnection() {
      const release = await own.take();
      let connection: object | undefined;
      try {
        connection = await super.acquireRawConnection();
        releases.set(connection, release);
        const opened = connection;
        for (const sql of session) await watch.follow(this._query(opened, { sql }), () => cut(opened));
        return connection;
      } catch (fault) {
        if (connection) await super.destroyRawConnection(connection).catch(() => undefined);
        release();
        throw fault;
      }
    }

    override async destroyRawConnection(connection: object) {
      try {
        await super.destroyRawConnection(connection);
      } finally {
        releases.get(connection)?.();
      }
    }

    override async destroy() {
      own.close();
      watch.leave(this);
      await super.destroy();
      own.leave();
    }
  };
}

/** Opens a pool; connects when first used. */
export async function openServerPool(options: ServerPoolOptions): Promise<Knex> {
  const { default: knex } = await import('knex');
  const { pool, ...more } = options.knexConfig as { pool?: Knex.PoolConfig };
  const Base = knex({ client: options.client }).client.constructor as ServerClientClass;
  const remark = (message: unknown) => options.onRemark(String(message));
  const opened = knex({
    log: { warn: remark, error: remark, deprecate: remark, debug: remark },
    acquireConnectionTimeout: acquireTimeoutMs,
    ...more,
    client: clientClass(Base, options) as unknown as typeof Knex.Client,
    connection: { ...options.connection },
    pool: { min: 0, max: mostPerPlugin, idleTimeoutMillis: idleTimeoutMs, ...pool },
    ...(options.searchPath ? { searchPath: options.searchPath } : {}),
  });
  // Migrations ask for the driver by this name, as they may with any Knex client.
  (opened.client as { config: Knex.Config }).config.client = options.client;
  return opened;
}
