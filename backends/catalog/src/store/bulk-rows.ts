import type { Knex } from 'knex';

const mostBindings = 8000;

/** Inserts rows, many per statement. All rows have the columns of the first. */
export async function insertRows(trx: Knex, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const perStatement = Math.max(1, Math.floor(mostBindings / columns.length));
  const group = `(${columns.map(() => '?').join(', ')})`;
  for (const chunk of chunksOf(rows, perStatement)) {
    const bindings = chunk.flatMap(row => columns.map(column => row[column] ?? null)) as Knex.RawBinding[];
    const groups = Array.from({ length: chunk.length }, () => group).join(', ');
    const names = columns.map(() => '??').join(', ');
    await trx.raw(`insert into ?? (${names}) values ${groups}`, [table, ...columns, ...bindings]);
  }
}

/** Cuts a list into pieces of at most `size`. */
export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/** Reads rows by a list of values of any length. */
export async function selectIn<Row>(
  query: () => Knex.QueryBuilder,
  column: string,
  values: readonly (string | number)[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of chunksOf(values, 500)) rows.push(...((await query().whereIn(column, chunk)) as Row[]));
  return rows;
}

/** Deletes rows by a list of values of any length. */
export async function deleteIn(
  query: () => Knex.QueryBuilder,
  column: string,
  values: readonly (string | number)[],
): Promise<void> {
  for (const chunk of chunksOf(values, 500)) await query().whereIn(column, chunk).delete();
}
