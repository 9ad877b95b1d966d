import { randomBytes } from 'node:crypto';
import { sharedServer } from '../keeper/shared-server.ts';

/** The databases on which everything that keeps data is tested. */
export const databaseIds = ['sqlite', 'postgres', 'mariadb'] as const;

/** One of `databaseIds`. */
export type DatabaseId = (typeof databaseIds)[number];

/** `backend.database` of a configuration. */
export interface DatabaseSection {
  readonly client: 'better-sqlite3' | 'pg' | 'mysql2';
  readonly connection?: ':memory:' | { readonly host: string; readonly port: number; readonly user: string; readonly password: string };
  readonly prefix?: string;
}

/**
 * A section under which every plugin finds an empty database of its own: SQLite in the data folder, or fresh names on a
 * server that the test files of a run share.
 */
export async function databaseSection(id: DatabaseId): Promise<DatabaseSection> {
  if (id === 'sqlite') return { client: 'better-sqlite3' };
  const { host, port, user, password } = await sharedServer(id);
  const prefix = `t${randomBytes(6).toString('hex')}_`;
  return { client: id === 'postgres' ? 'pg' : 'mysql2', connection: { host, port, user, password }, prefix };
}
