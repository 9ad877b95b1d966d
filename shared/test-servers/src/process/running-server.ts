/** What a database driver needs, in the words of Knex's `connection`. */
export interface SqlConnection {
  readonly host: string;
  readonly port: number;
  /** May do everything on this server. */
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A real server that a test started, on a free port of 127.0.0.1 and in a temporary folder. */
export interface RunningServer<Connection = unknown> {
  readonly host: string;
  readonly port: number;
  /** How to reach it: an object for Knex, or an address for a cache. */
  readonly connection: Connection;
  /** Of its main process; 0 for a server in a container. */
  readonly pid: number;
  /** `kill -9` of all its processes. Its data stay for `restart`. */
  kill(): Promise<void>;
  /** Freezes all its processes (SIGSTOP): connections stay open and nothing answers. */
  pause(): Promise<void>;
  /** Ends the freeze (SIGCONT). */
  resume(): Promise<void>;
  /** Starts it on the same port and data, after ending it by `kill` if it still runs; settles when it answers. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. May be called twice. */
  stop(): Promise<void>;
}
