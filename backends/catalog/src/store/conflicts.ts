import type { Knex } from 'knex';
import { deleteIn, insertRows, selectIn } from './bulk-rows.ts';

/** A claim, as far as a conflict needs it; the first of a ref wins. */
export interface RankedClaim {
  readonly source_id: number;
  readonly document: number;
}

interface SourceName {
  id: number;
  type: string;
  target: string;
}

/** Records for each ref which claims lost, and to whom. The same file reached on two ways is no conflict. */
export async function writeConflicts(
  trx: Knex,
  refs: readonly string[],
  byRef: ReadonlyMap<string, readonly RankedClaim[]>,
): Promise<void> {
  // Those with a line are of one source that names a ref twice.
  await deleteIn(() => trx('problems').where('stage', 'conflict').whereNull('line'), 'entity_ref', refs);
  const contested = [...byRef].filter(([, claims]) => claims.length > 1);
  if (contested.length === 0) return;
  const sourceIds = [...new Set(contested.flatMap(([, claims]) => claims.map(claim => claim.source_id)))];
  const sources = await selectIn<SourceName>(() => trx('sources').select('id', 'type', 'target'), 'id', sourceIds);
  const names = new Map(sources.map(({ id, type, target }) => [id, `${type}:${target}`]));
  const rows = contested.flatMap(([ref, [winner, ...losers]]) => {
    const winning = names.get(winner?.source_id ?? 0) ?? '';
    return losers
      .filter(loser => names.get(loser.source_id) !== winning)
      .map(loser => ({
        source_id: loser.source_id,
        stage: 'conflict',
        message: `Expected ${ref} to be defined once, but ${winning} defined it before; this one waits until that is gone`,
        document: loser.document,
        entity_ref: ref,
      }));
  });
  await insertRows(trx, 'problems', rows);
}
