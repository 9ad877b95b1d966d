import type { Knex } from 'knex';

/** Which database this is, as far as column types differ. */
function clientOf(knex: Knex): string {
  return String(knex.client.config.client);
}

/** True where several processes may work on the same database. */
export function isShared(knex: Knex): boolean {
  return !clientOf(knex).includes('sqlite');
}

/** The column type for files of up to 8 MB. */
export function bytesType(knex: Knex): string {
  if (clientOf(knex) === 'pg') return 'bytea';
  return clientOf(knex).startsWith('mysql') ? 'longblob' : 'blob';
}

/**
 * The column type for names of which case and accents count: what MySQL compares by itself is neither. Keys of up to 700
 * characters fit into an index everywhere.
 */
export function exactType(knex: Knex, length: number): string {
  const binary = clientOf(knex).startsWith('mysql') ? ' character set utf8mb4 collate utf8mb4_bin' : '';
  return `varchar(${length})${binary}`;
}
