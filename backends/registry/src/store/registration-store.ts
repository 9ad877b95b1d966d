import type { Knex } from 'knex';
import type { Registration } from '../remotes/registration.ts';

/** The remotes that were registered by a call. */
export interface RegistrationStore {
  /** In the order of their registration. */
  list(): Promise<Registration[]>;
  /** Gives false when the id is registered already. */
  add(registration: Registration): Promise<boolean>;
  remove(id: string): Promise<void>;
}

/** Keeps registrations in the database. */
export function createRegistrationStore(knex: Knex): RegistrationStore {
  return {
    async list() {
      const rows = await knex('remotes').select('registration').orderBy('position');
      return rows.map((row: { registration: string }) => JSON.parse(row.registration) as Registration);
    },
    add(registration) {
      return knex.transaction(async transaction => {
        const known = await transaction('remotes').where({ id: registration.id }).first('id');
        if (known) return false;
        const last = await transaction('remotes').max({ position: 'position' }).first();
        const position = Number(last?.position ?? 0) + 1;
        await transaction('remotes').insert({ id: registration.id, position, registration: JSON.stringify(registration) });
        return true;
      });
    },
    async remove(id) {
      await knex('remotes').where({ id }).delete();
    },
  };
}
