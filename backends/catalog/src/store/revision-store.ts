import type { Knex } from 'knex';

const row = { id: 1 };

/** The number of the newest change of the served entities. */
export async function readRevision(knex: Knex): Promise<number> {
  const found = await knex('catalog_revision').where(row).first<{ value: unknown } | undefined>('value');
  return Number(found?.value ?? 0);
}

/** Counts a change in its own transaction: whoever reads the new number sees the change too. Gives the new number. */
export async function raiseRevision(trx: Knex): Promise<number> {
  await trx('catalog_revision').where(row).increment('value', 1);
  return readRevision(trx);
}
