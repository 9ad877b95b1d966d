import type { Knex } from 'knex';
import type { Registration } from '../remotes/registration.ts';

/** The remotes that were registered by a call, in the order of their registration. */
export async function readRegistrations(knex: Knex): Promise<Registration[]> {
  const rows = await knex('remotes').select('registration').orderBy('position');
  return rows.map((row: { registration: string }) => JSON.parse(row.registration) as Registration);
}

/** Gives false when the id is registered already. Inside a change, so that nobody takes the id meanwhile. */
export async function addRegistration(transaction: Knex.Transaction, registration: Registration): Promise<boolean> {
  const known = await transaction('remotes').where({ id: registration.id }).first('id');
  if (known) return false;
  const last = await transaction('remotes').max({ position: 'position' }).first();
  const position = Number(last?.['position'] ?? 0) + 1;
  await transaction('remotes').insert({ id: registration.id, position, registration: JSON.stringify(registration) });
  return true;
}

/** Whether somebody has registered it by a call, and nobody has unregistered it. */
export async function isRegistered(knex: Knex, id: string): Promise<boolean> {
  return (await knex('remotes').where({ id }).first('id')) !== undefined;
}

/** Forgets a registration and all that was decided about the remote. */
export async function removeRegistration(transaction: Knex.Transaction, id: string): Promise<void> {
  await transaction('remotes').where({ id }).delete();
  await transaction('settings').where({ remote_id: id }).delete();
}
