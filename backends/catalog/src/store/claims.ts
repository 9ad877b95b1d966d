import { createHash } from 'node:crypto';
import type { Entity } from '@portico/plugin-catalog-common';
import type { Knex } from 'knex';
import type { SourceEntity } from '../reading/process-source.ts';
import { deleteIn, insertRows, selectIn } from './bulk-rows.ts';
import { writeConflicts } from './conflicts.ts';
import { writeRelations } from './relations.ts';

/** What a source claims now. */
export interface ClaimChange {
  readonly sourceId: number;
  readonly entities: readonly SourceEntity[];
  readonly keep: 'all' | ReadonlySet<string>;
}

interface ClaimRow {
  id: number;
  source_id: number;
  entity_ref: string;
  hash: string;
  document: number;
  line: number;
}

/**
 * Replaces the claims of sources and follows up what that changes: who wins a ref, its relations, and which entities
 * have to be put together anew (they are queued).
 */
export async function writeClaims(trx: Knex, changes: readonly ClaimChange[]): Promise<void> {
  const sourceIds = changes.map(change => change.sourceId);
  const columns = ['id', 'source_id', 'entity_ref', 'hash', 'document', 'line'];
  const rows = await selectIn<ClaimRow>(() => trx('claims').select(columns), 'source_id', sourceIds);
  const existing = new Map(rows.map(row => [`${row.source_id} ${row.entity_ref}`, row]));
  const touched = new Set<string>();
  const entities = new Map<string, Entity>();
  const inserts: Record<string, unknown>[] = [];

  for (const { sourceId, entities: claimed, keep } of changes) {
    for (const { ref, document, line, entity } of claimed) {
      const text = JSON.stringify(entity);
      const hash = createHash('sha1').update(text).digest('hex');
      const key = `${sourceId} ${ref}`;
      const known = existing.get(key);
      existing.delete(key);
      if (known?.hash === hash && known.document === document && known.line === line) continue;
      if (known) await trx('claims').where({ id: known.id }).update({ document, line, hash, text });
      else inserts.push({ source_id: sourceId, entity_ref: ref, document, line, hash, text });
      if (known?.hash === hash) continue;
      entities.set(key, entity);
      touched.add(ref);
    }
    if (keep === 'all') for (const [key, row] of existing) if (row.source_id === sourceId) existing.delete(key);
    if (keep !== 'all') for (const ref of keep) existing.delete(`${sourceId} ${ref}`);
  }
  await insertRows(trx, 'claims', inserts);
  const gone = [...existing.values()];
  for (const row of gone) touched.add(row.entity_ref);
  await deleteIn(
    () => trx('claims'),
    'id',
    gone.map(row => row.id),
  );
  if (touched.size > 0) await followUp(trx, [...touched], entities);
}

async function followUp(trx: Knex, refs: readonly string[], entities: ReadonlyMap<string, Entity>): Promise<void> {
  const columns = ['id', 'source_id', 'entity_ref', 'document', 'line'];
  const rows = await selectIn<ClaimRow>(() => trx('claims').select(columns).orderBy('id'), 'entity_ref', refs);
  const byRef = Map.groupBy(rows, row => row.entity_ref);
  await writeConflicts(trx, refs, byRef);

  const winners = new Map<string, Entity>();
  const unread: ClaimRow[] = [];
  for (const [ref, [winner]] of byRef) {
    const entity = winner && entities.get(`${winner.source_id} ${ref}`);
    if (entity) winners.set(ref, entity);
    else if (winner) unread.push(winner);
  }
  const ids = unread.map(row => row.id);
  for (const { entity_ref, text } of await selectIn<{ entity_ref: string; text: string }>(
    () => trx('claims').select('entity_ref', 'text'),
    'id',
    ids,
  )) {
    winners.set(entity_ref, JSON.parse(text) as Entity);
  }
  const affected = await writeRelations(trx, refs, winners);
  await enqueue(trx, [...new Set([...refs, ...affected])]);
}

async function enqueue(trx: Knex, refs: readonly string[]): Promise<void> {
  const queued = await selectIn<{ entity_ref: string }>(() => trx('stitch_queue').select('entity_ref'), 'entity_ref', refs);
  const known = new Set(queued.map(row => row.entity_ref));
  await insertRows(
    trx,
    'stitch_queue',
    refs.filter(ref => !known.has(ref)).map(ref => ({ entity_ref: ref })),
  );
}
