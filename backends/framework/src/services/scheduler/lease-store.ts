import type { Knex } from 'knex';

/** A row of the table of tasks that replicas share. Instants are milliseconds since 1970. */
export interface TaskRow {
  readonly nextRunAt: number;
  readonly leaseUntil: number;
  readonly holder: string | undefined;
  readonly lastRunEndedAt: number | undefined;
  readonly lastRunError: string | undefined;
}

/** Who runs which task. All changes are single statements, so that of several replicas one wins. */
export interface LeaseStore {
  prepare(): Promise<void>;
  /** Makes the row; a changed cadence counts from now. */
  enter(id: string, plan: { readonly cadence: string; readonly nextRunAt: number }): Promise<void>;
  read(id: string): Promise<TaskRow | undefined>;
  /** True for the one who got it. `due` false: also before its time. */
  claim(id: string, lease: { readonly holder: string; readonly until: number; readonly due: boolean }): Promise<boolean>;
  /** False when somebody else has it. */
  renew(id: string, lease: { readonly holder: string; readonly until: number }): Promise<boolean>;
  /** Takes a lease away from whoever has it; false when nobody has. */
  revoke(id: string, end: { readonly nextRunAt: number; readonly error: string }): Promise<boolean>;
  release(id: string, end: { readonly holder: string; readonly nextRunAt: number; readonly error: string | undefined }): Promise<void>;
}

const table = 'portico_scheduled_tasks';
const longestError = 1_000;

async function createTable(knex: Knex): Promise<void> {
  if (await knex.schema.hasTable(table)) return;
  await knex.schema.createTable(table, builder => {
    builder.string('id', 190).primary();
    builder.string('cadence', 190).notNullable();
    builder.bigInteger('next_run_at').notNullable();
    builder.bigInteger('lease_until').notNullable().defaultTo(0);
    builder.string('holder', 64);
    builder.bigInteger('last_run_ended_at');
    builder.text('last_run_error');
  });
}

const numberOf = (value: unknown): number | undefined => (value === null || value === undefined ? undefined : Number(value));
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** In the database of the plugin, whatever its kind. */
export function createLeaseStore(knex: Knex): LeaseStore {
  const row = (id: string) => knex(table).where({ id });
  return {
    async prepare() {
      try {
        await createTable(knex);
      } catch (thrown) {
        // Another replica was faster.
        if (!(await knex.schema.hasTable(table))) throw thrown;
      }
    },
    async enter(id, { cadence, nextRunAt }) {
      await knex(table).insert({ id, cadence, next_run_at: nextRunAt }).onConflict('id').ignore();
      await row(id).whereNot({ cadence }).update({ cadence, next_run_at: nextRunAt });
    },
    async read(id) {
      const found = await row(id).first<Record<string, unknown> | undefined>();
      return (
        found && {
          nextRunAt: Number(found.next_run_at),
          leaseUntil: Number(found.lease_until),
          holder: textOf(found.holder),
          lastRunEndedAt: numberOf(found.last_run_ended_at),
          lastRunError: textOf(found.last_run_error),
        }
      );
    },
    async claim(id, { holder, until, due }) {
      const now = Date.now();
      const free = row(id).where('lease_until', '<', now);
      const count = await (due ? free.where('next_run_at', '<=', now) : free).update({ holder, lease_until: until });
      return count === 1;
    },
    renew: async (id, { holder, until }) => (await row(id).where({ holder }).update({ lease_until: until })) === 1,
    async revoke(id, { nextRunAt, error }) {
      const now = Date.now();
      const ended = { last_run_ended_at: now, last_run_error: error, holder: null, lease_until: 0, next_run_at: nextRunAt };
      return (await row(id).where('lease_until', '>', now).update(ended)) === 1;
    },
    async release(id, { holder, nextRunAt, error }) {
      const ended = { last_run_ended_at: Date.now(), last_run_error: error?.slice(0, longestError) ?? null };
      await row(id).where({ holder }).update({ holder: null, lease_until: 0, next_run_at: nextRunAt, ...ended });
    },
  };
}
