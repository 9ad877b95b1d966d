import type { Knex } from 'knex';
import { buildModel } from '../model/remote-record.ts';
import { readSettings } from '../store/setting-store.ts';
import { readSeen } from '../store/sighting-store.ts';
import { createVersionStore } from '../store/version-store.ts';
import { inUseMs } from './retention-policy.ts';
import type { RetentionPolicy } from './retention-policy.ts';
import type { SweepInput } from './sweep-plan.ts';

/** Reads what a sweep decides by: from the database, since another process may have changed something a moment ago. */
export async function readSweepInput(knex: Knex, policy: RetentionPolicy, pressed?: string): Promise<SweepInput> {
  const now = Date.now();
  const settings = await readSettings(knex);
  const heads = await createVersionStore(knex).heads();
  const seen = await readSeen(knex, now - inUseMs, pressed);
  return { model: buildModel(settings, heads), seen, policy, now, ...(pressed === undefined ? {} : { pressed }) };
}
