import type { LoggerService, MetricsService } from '@portico/backend-framework';
import type { Knex } from 'knex';
import type { RegistryCore } from '../service/registry-core.ts';
import { writeAudit } from '../store/audit-store.ts';
import type { RegistryDatabase } from '../store/registry-database.ts';
import { orphanedBlobs, removeVersion, sweepBlobs } from '../store/version-writes.ts';
import { readSweepInput } from './read-sweep-input.ts';
import type { RetentionPolicy } from './retention-policy.ts';
import { planSweep } from './sweep-plan.ts';
import type { RemotePlan } from './sweep-plan.ts';

/** What sweeping takes. */
export interface SweepingOptions {
  readonly database: RegistryDatabase;
  readonly core: Pick<RegistryCore, 'change'>;
  readonly policy: RetentionPolicy;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
}

/** What is gone. */
export interface Swept {
  readonly versions: number;
  readonly bytes: number;
  readonly files: number;
}

/** What a sweep would do now. */
export interface SweepPlan {
  readonly remotes: readonly RemotePlan[];
  /** Files that no version has. */
  readonly orphans: number;
}

/** Takes away what nobody uses. */
export interface Sweeping {
  /** Looks without effect. */
  plan(): Promise<SweepPlan>;
  /** Everything that nothing keeps goes. Stops between two steps when the signal is aborted. */
  sweep(signal?: AbortSignal): Promise<Swept>;
  /** What of one remote is kept by its age alone goes, too. */
  makeRoom(remote: string): Promise<Swept>;
}

/** Versions that go in one change: others wait for it. */
const atATime = 25;
const actor = 'service:registry';

/** The first few of what would go. */
function firstOf(plans: readonly RemotePlan[]): RemotePlan[] {
  let left = atATime;
  return plans.flatMap(plan => {
    const goes = plan.goes.slice(0, left);
    left -= goes.length;
    return goes.length > 0 ? [{ ...plan, goes }] : [];
  });
}

async function takeAway(transaction: Knex.Transaction, { remote, goes }: RemotePlan): Promise<void> {
  for (const head of goes) await removeVersion(transaction, head);
  const changes = goes.map(({ version, digest, bytes }) => ({ remote, subject: `version ${version}`, before: { version, digest, bytes }, after: null }));
  await writeAudit(transaction, { actor, action: 'version.sweep', remote, changes, note: 'Nobody gets or runs it, and nothing goes back to it' });
}

/** Makes the sweep. It decides inside the change that takes away, so that whatever is published or promoted meanwhile stays. */
export function createSweeping({ database, core, policy, logger, metrics }: SweepingOptions): Sweeping {
  const count = {
    versions: metrics.createCounter({ name: 'versions_swept_total', help: 'Versions that retention has taken away' }),
    bytes: metrics.createCounter({ name: 'bytes_swept_total', help: 'Bytes of versions that retention has taken away' }),
    files: metrics.createCounter({ name: 'files_swept_total', help: 'Files of artifacts that no version had any more' }),
  };
  const planNow = async (knex: Knex, pressed?: string): Promise<RemotePlan[]> => planSweep(await readSweepInput(knex, policy, pressed));

  /** One change; nothing where there is nothing to do. */
  async function step(pressed: string | undefined): Promise<Swept | undefined> {
    const isNeeded = firstOf(await planNow(database.knex, pressed)).length > 0 || (await orphanedBlobs(database.knex)).length > 0;
    if (!isNeeded) return undefined;
    return core.change({
      async work({ transaction }) {
        const plans = firstOf(await planNow(transaction, pressed));
        for (const plan of plans) await takeAway(transaction, plan);
        const gone = plans.flatMap(({ goes }) => goes);
        return { versions: gone.length, bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0), files: await sweepBlobs(transaction) };
      },
    });
  }

  async function run(pressed: string | undefined, signal?: AbortSignal): Promise<Swept> {
    const total = { versions: 0, bytes: 0, files: 0 };
    while (!signal?.aborted) {
      const swept = await step(pressed);
      if (!swept) break;
      for (const name of ['versions', 'bytes', 'files'] as const) {
        total[name] += swept[name];
        count[name].increase({}, swept[name]);
      }
      if (swept.versions + swept.files === 0) break;
    }
    if (total.versions + total.files > 0) logger.info('Artifacts that nobody uses are gone', { ...total });
    return total;
  }

  return {
    plan: async () => ({ remotes: await planNow(database.knex), orphans: (await orphanedBlobs(database.knex)).length }),
    sweep: signal => run(undefined, signal),
    makeRoom: remote => run(remote),
  };
}
