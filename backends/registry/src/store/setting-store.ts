import type { Knex } from 'knex';
import type { ChangeScope } from './registry-database.ts';

/**
 * What is decided about a remote. `remote`: its switches, under the name ''. `channel`, `pin`, `mark`: under the name of the
 * channel, the entity ref, the version that was taken back. `mirror`: what its host had last, under ''.
 */
export type SettingKind = 'remote' | 'channel' | 'pin' | 'mark' | 'mirror';

/** Which setting. */
export interface SettingKey {
  readonly remote: string;
  readonly kind: SettingKind;
  readonly name: string;
}

/** A setting with the revision that made it as it is. */
export interface Setting extends SettingKey {
  readonly etag: number;
  /** JSON. */
  readonly value: object;
}

interface SettingRow {
  remote_id: string;
  kind: string;
  name: string;
  etag: number;
  value: string;
}

function toSetting(row: SettingRow): Setting {
  const { remote_id: remote, kind, name, etag, value } = row;
  return { remote, kind: kind as SettingKind, name, etag: Number(etag), value: JSON.parse(value) as object };
}

function rowKeyOf({ remote, kind, name }: SettingKey): Pick<SettingRow, 'remote_id' | 'kind' | 'name'> {
  return { remote_id: remote, kind, name };
}

/** All settings of all remotes, or of one. */
export async function readSettings(knex: Knex, remote?: string): Promise<Setting[]> {
  const query = knex('settings').select('remote_id', 'kind', 'name', 'etag', 'value');
  if (remote !== undefined) void query.where('remote_id', remote);
  return ((await query) as SettingRow[]).map(toSetting);
}

/** One setting; undefined where nothing was decided. */
export async function readSetting(knex: Knex, key: SettingKey): Promise<Setting | undefined> {
  const row = (await knex('settings').where(rowKeyOf(key)).first('remote_id', 'kind', 'name', 'etag', 'value')) as SettingRow | undefined;
  return row && toSetting(row);
}

/** Puts a setting in the place of what was there; undefined takes it away. */
export async function writeSetting({ transaction, revision }: ChangeScope, key: SettingKey, value: object | undefined): Promise<void> {
  const rowKey = rowKeyOf(key);
  if (value === undefined) {
    await transaction('settings').where(rowKey).delete();
    return;
  }
  const columns = { etag: revision, value: JSON.stringify(value) };
  const known = await transaction('settings').where(rowKey).first('etag');
  if (known) await transaction('settings').where(rowKey).update(columns);
  else await transaction('settings').insert({ ...rowKey, ...columns });
}
