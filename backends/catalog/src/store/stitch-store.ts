import { randomUUID } from 'node:crypto';
import type { Entity, EntityRelation } from '@portico/plugin-catalog-common';
import type { Knex } from 'knex';
import { finalEntity } from '../processing/final-entity.ts';
import { searchRows } from '../processing/search-rows.ts';
import { deleteIn, insertRows, selectIn } from './bulk-rows.ts';
import { raiseRevision } from './revision-store.ts';

const refsPerStep = 500;

/** Puts the served entities together from claims and relations. */
export interface StitchStore {
  /**
   * Works off a part of the queue in one transaction. `changed` are the refs whose entity is new, different or gone;
   * `done` is true when nothing was left to do. `revision` is the number of this change, where there was one.
   */
  stitchSome(): Promise<{ done: boolean; changed: readonly string[]; revision?: number }>;
}

interface Winner {
  source_id: number;
  entity_ref: string;
  text: string;
}

interface StoredEntity {
  id: number;
  uid: string;
  entity_ref: string;
  etag: string;
  source_id: number;
}

export function createStitchStore(knex: Knex): StitchStore {
  return {
    stitchSome: () =>
      knex.transaction(async trx => {
        const queued = (await trx('stitch_queue').orderBy('entity_ref').limit(refsPerStep).select('entity_ref')) as Winner[];
        const refs = queued.map(row => row.entity_ref);
        if (refs.length === 0) return { done: true, changed: [] };
        const changed = await stitch(trx, refs);
        await deleteIn(() => trx('stitch_queue'), 'entity_ref', refs);
        return changed.length === 0 ? { done: false, changed } : { done: false, changed, revision: await raiseRevision(trx) };
      }),
  };
}

async function stitch(trx: Knex, refs: readonly string[]): Promise<string[]> {
  const winners = await winnersOf(trx, refs);
  const relations = await relationsOf(trx, refs);
  const columns = ['id', 'uid', 'entity_ref', 'etag', 'source_id'];
  const rows = await selectIn<StoredEntity>(() => trx('entities').select(columns), 'entity_ref', refs);
  const stored = new Map(rows.map(row => [row.entity_ref, row]));
  const inserted: Record<string, unknown>[] = [];
  const searchable = new Map<string, { entity: Entity; uid: string }>();
  const changed: string[] = [];

  for (const ref of refs) {
    const winner = winners.get(ref);
    const known = stored.get(ref);
    if (!winner) {
      if (known) changed.push(ref);
      continue;
    }
    const uid = known?.uid ?? randomUUID();
    const { entity, etag, text } = finalEntity(JSON.parse(winner.text) as Entity, uid, relations.get(ref) ?? []);
    const row = { uid, entity_ref: ref, source_id: winner.source_id, etag, text };
    if (known?.etag === etag && known.source_id === winner.source_id) continue;
    if (known) await trx('entities').where({ id: known.id }).update(row);
    else inserted.push(row);
    changed.push(ref);
    searchable.set(ref, { entity, uid });
  }
  const outdated = changed.flatMap(ref => stored.get(ref)?.id ?? []);
  await deleteIn(() => trx('search'), 'entity_id', outdated);
  const gone = changed.filter(ref => !searchable.has(ref));
  await deleteIn(() => trx('entities'), 'entity_ref', gone);
  await insertRows(trx, 'entities', inserted);
  await writeSearchRows(trx, searchable);
  return changed;
}

async function winnersOf(trx: Knex, refs: readonly string[]): Promise<Map<string, Winner>> {
  const first = () => trx('claims').whereIn('id', trx('claims').min('id').whereIn('entity_ref', refs).groupBy('entity_ref'));
  const rows = (await first().select('source_id', 'entity_ref', 'text')) as Winner[];
  return new Map(rows.map(row => [row.entity_ref, row]));
}

async function relationsOf(trx: Knex, refs: readonly string[]): Promise<Map<string, EntityRelation[]>> {
  type Row = { from_ref: string; type: string; to_ref: string };
  const rows = await selectIn<Row>(() => trx('relations').distinct('from_ref', 'type', 'to_ref'), 'from_ref', refs);
  const found = new Map<string, EntityRelation[]>();
  for (const { from_ref, type, to_ref } of rows) {
    const list = found.get(from_ref) ?? [];
    list.push({ type, targetRef: to_ref });
    found.set(from_ref, list);
  }
  return found;
}

async function writeSearchRows(trx: Knex, entities: ReadonlyMap<string, { entity: Entity; uid: string }>): Promise<void> {
  const rows = await selectIn<StoredEntity>(() => trx('entities').select('id', 'entity_ref'), 'entity_ref', [...entities.keys()]);
  const search = rows.flatMap(({ id, entity_ref }) => {
    const found = entities.get(entity_ref);
    return found ? searchRows(found.entity, found.uid).map(row => ({ entity_id: id, ...row })) : [];
  });
  // In the order of the index that queries use: neighbours land on the same pages.
  search.sort((left, right) => compare(left.key, right.key) || compare(left.value ?? '', right.value ?? ''));
  await insertRows(trx, 'search', search);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
