import { setTimeout as pause } from 'node:timers/promises';
import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import type { BackendPlugin } from '@portico/backend-framework';
import { startMariadb, startPostgres } from '@portico/test-servers';
import { startTestBackend } from '../backend/start-test-backend.ts';
import { findBackwardReads, findStaleReads } from './history.ts';
import type { Operation } from './history.ts';

/** What `runDatabaseFault` takes. */
export interface DatabaseFaultOptions {
  readonly client: 'pg' | 'mysql2';
  /** How often the server is killed. Default 1. */
  readonly kills?: number;
  /** Of the random choice of registers and of the moments of the kills. */
  readonly seed?: number;
}

/** What came of it. */
export interface DatabaseFaultReport {
  readonly acknowledgedWrites: number;
  readonly reads: number;
  /** Answers by status; 503 while the server was away. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Sentences about lost writes, and about reads that no order of the operations explains. */
  readonly wrong: readonly string[];
  /** From the server's return to the first acknowledged write of each kill. */
  readonly recoveredMs: readonly number[];
}

const registerCount = 8;
const clients = 8;
const recoveryLimitMs = 45_000;

/** Numbers from 0 to 1 that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Registers with a revision in a table: PUT /<register> with a revision higher than all before, GET /<register>. */
const registersPlugin: BackendPlugin = createBackendPlugin({
  pluginId: 'registers',
  register(environment) {
    environment.registerInit({
      deps: { database: coreServices.database, httpRouter: coreServices.httpRouter },
      async init({ database, httpRouter }) {
        await database.migrate([
          {
            name: '1-registers',
            async up(knex) {
              await knex.schema.createTable('registers', table => {
                table.string('name', 32).primary();
                table.bigInteger('revision').notNullable();
              });
            },
            down: knex => knex.schema.dropTable('registers'),
          },
        ]);
        const knex = await database.getClient();
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        httpRouter.use(async (request, response) => {
          const name = request.path.slice(1);
          const revision = Number(request.query['revision']);
          if (request.method === 'PUT') {
            await knex.transaction(async trx => {
              await trx('registers').insert({ name, revision: 0 }).onConflict('name').ignore();
              // A write that came late does not undo a newer one.
              await trx('registers').where({ name }).where('revision', '<', revision).update({ revision });
            });
            response.json({ revision });
            return;
          }
          const row = await knex('registers').where({ name }).first<{ revision: number } | undefined>('revision');
          response.json({ revision: row?.revision ?? 0 });
        });
      },
    });
  },
});

interface Load {
  readonly url: string;
  readonly random: () => number;
  /** Acknowledged writes and answered reads. */
  readonly history: Operation[];
  /** Writes without an acknowledgement: each may have come to pass or not, at any time from its begin. */
  readonly uncertain: Operation[];
  readonly statuses: Record<number, number>;
  /** The highest revision that anybody began to write, so that each write has one of its own. */
  newest: number;
  stopped: boolean;
}

async function operate(load: Load): Promise<void> {
  const register = `r${Math.floor(load.random() * registerCount)}`;
  const kind = load.random() < 0.4 ? 'write' : 'read';
  const wanted = kind === 'write' ? (load.newest += 1) : 0;
  const beganAt = performance.now();
  const answer = await fetch(`${load.url}/${register}?revision=${wanted}`, { method: kind === 'write' ? 'PUT' : 'GET' }).catch(() => undefined);
  const status = answer?.status ?? 0;
  load.statuses[status] = (load.statuses[status] ?? 0) + 1;
  if (status === 200) {
    const { revision } = (await answer?.json()) as { revision: number };
    load.history.push({ kind, register, revision, beganAt, endedAt: performance.now() });
  } else {
    await answer?.arrayBuffer();
    if (kind === 'write') load.uncertain.push({ kind, register, revision: wanted, beganAt, endedAt: Infinity });
    // As a client that heeds Retry-After, on the scale of this test.
    await pause(20);
  }
}

async function keepOperating(load: Load): Promise<void> {
  while (!load.stopped) await operate(load);
}

async function until(condition: () => boolean): Promise<void> {
  const endsAt = performance.now() + recoveryLimitMs;
  while (!condition() && performance.now() < endsAt) await pause(5);
}

const acknowledged = (load: Load) => load.history.filter(({ kind }) => kind === 'write').length;

/** One backend reads and writes registers under load while its database server is killed by kill -9 and comes back. */
export async function runDatabaseFault({ client, kills = 1, seed = 1 }: DatabaseFaultOptions): Promise<DatabaseFaultReport> {
  const server = await (client === 'pg' ? startPostgres() : startMariadb());
  const { host, port, user, password } = server.connection;
  const config = { backend: { database: { client, connection: { host, port, user, password } }, logger: { level: 'error' } } };
  const backend = await startTestBackend({ features: [registersPlugin], config });
  const random = randomFrom(seed);
  const url = `http://127.0.0.1:${backend.port}/api/registers`;
  const load: Load = { url, random, history: [], uncertain: [], statuses: {}, newest: 0, stopped: false };
  const recoveredMs: number[] = [];
  try {
    const operating = Promise.all(Array.from({ length: clients }, () => keepOperating(load)));
    for (let kill = 0; kill < kills; kill += 1) {
      const before = acknowledged(load);
      await until(() => acknowledged(load) >= before + 50);
      await pause(random() * 100);
      await server.kill();
      await pause(random() * 300);
      await server.restart();
      const backAt = performance.now();
      const written = acknowledged(load);
      await until(() => acknowledged(load) > written);
      recoveredMs.push(performance.now() - backAt);
    }
    const before = acknowledged(load);
    await until(() => acknowledged(load) >= before + 50);
    load.stopped = true;
    await operating;
    // What is there in the end is one more read of everything.
    for (let index = 0; index < registerCount; index += 1) {
      const beganAt = performance.now();
      const { revision } = (await (await fetch(`${url}/r${index}`)).json()) as { revision: number };
      load.history.push({ kind: 'read', register: `r${index}`, revision, beganAt, endedAt: performance.now() });
    }
    const reads = load.history.filter(({ kind }) => kind === 'read');
    const written = new Set([...load.history.filter(({ kind }) => kind === 'write'), ...load.uncertain].map(write => `${write.register} ${write.revision}`));
    const invented = reads.filter(read => read.revision !== 0 && !written.has(`${read.register} ${read.revision}`));
    return {
      acknowledgedWrites: acknowledged(load),
      reads: reads.length,
      statuses: load.statuses,
      wrong: [
        ...findStaleReads([...load.history, ...load.uncertain]),
        ...findBackwardReads(reads),
        ...invented.map(({ register, revision }) => `${register}: a read shows revision ${revision}, which nobody wrote there`),
      ],
      recoveredMs,
    };
  } finally {
    load.stopped = true;
    await backend.stop();
    await server.stop();
  }
}
