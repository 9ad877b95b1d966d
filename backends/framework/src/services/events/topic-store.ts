import type { Knex } from 'knex';
import type { Migration } from '../database/database-service.ts';

const topics = 'event_topics';
const counter = 'event_revision';
const counterId = 1;

/** Tables of the newest payload of each topic, and of the number of the newest change. */
export const topicMigrations: readonly Migration[] = [
  {
    name: '20261121-shared-topics',
    async up(knex) {
      await knex.schema.createTable(counter, table => {
        table.integer('id').primary();
        table.bigInteger('value').notNullable();
      });
      await knex(counter).insert({ id: counterId, value: 0 });
      await knex.schema.createTable(topics, table => {
        table.string('topic', 190).primary();
        table.text('payload', 'mediumtext').notNullable();
        table.bigInteger('revision').notNullable().index();
      });
    },
    async down(knex) {
      await knex.schema.dropTable(topics);
      await knex.schema.dropTable(counter);
    },
  },
];

/** A topic as the database holds it. */
export interface TopicRow {
  readonly topic: string;
  readonly payload: unknown;
  readonly revision: number;
}

/** The newest payload of each topic, for all replicas. */
export interface TopicStore {
  /** Writes payloads; gives the revision that they got, higher than all before. */
  write(payloads: ReadonlyMap<string, unknown>): Promise<number>;
  /** What was written after a revision, oldest first, and the revision that this is. One cheap question when nothing was. */
  readAfter(revision: number): Promise<{ readonly rows: readonly TopicRow[]; readonly revision: number }>;
}

async function currentRevision(knex: Knex): Promise<number> {
  const row = await knex(counter).where({ id: counterId }).first<{ value: unknown } | undefined>('value');
  return Number(row?.value ?? 0);
}

/** Writers take turns by the counter's row, so that no reader ever sees a revision before a lower one. */
export function createTopicStore(knex: Knex): TopicStore {
  return {
    write: payloads =>
      knex.transaction(async trx => {
        await trx(counter).where({ id: counterId }).increment('value', 1);
        const revision = await currentRevision(trx);
        const rows = [...payloads].map(([topic, payload]) => ({ topic, payload: JSON.stringify(payload), revision }));
        await trx(topics).insert(rows).onConflict('topic').merge();
        return revision;
      }),
    async readAfter(revision) {
      const newest = await currentRevision(knex);
      if (newest === revision) return { rows: [], revision };
      const rows: Record<string, unknown>[] = await knex(topics).where('revision', '>', revision).orderBy('revision');
      return {
        revision: newest,
        rows: rows.map(row => ({
          topic: String(row.topic),
          payload: JSON.parse(String(row.payload)) as unknown,
          revision: Number(row.revision),
        })),
      };
    },
  };
}
