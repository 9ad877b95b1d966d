import type { Entity } from '@portico/plugin-catalog-common';
import type { Knex } from 'knex';
import { declaredRelations } from '../processing/declared-relations.ts';
import { deleteIn, insertRows, selectIn } from './bulk-rows.ts';

interface RelationRow {
  id: number;
  declared_by: string;
  from_ref: string;
  type: string;
  to_ref: string;
}

const keyOf = (row: Omit<RelationRow, 'id'>) => `${row.declared_by} ${row.from_ref} ${row.type} ${row.to_ref}`;

/**
 * Makes the stored relations of `refs` those that their entities declare; a ref without an entity declares none. Returns
 * the refs of all entities that gained or lost a relation.
 */
export async function writeRelations(
  trx: Knex,
  refs: readonly string[],
  entities: ReadonlyMap<string, Entity>,
): Promise<ReadonlySet<string>> {
  const wanted = new Map<string, Omit<RelationRow, 'id'>>();
  for (const [ref, entity] of entities) {
    for (const { from, type, to } of declaredRelations(entity).relations) {
      const row = { declared_by: ref, from_ref: from, type, to_ref: to };
      wanted.set(keyOf(row), row);
    }
  }
  const removed: RelationRow[] = [];
  for (const row of await selectIn<RelationRow>(() => trx('relations'), 'declared_by', refs)) {
    if (!wanted.delete(keyOf(row))) removed.push(row);
  }
  await deleteIn(
    () => trx('relations'),
    'id',
    removed.map(row => row.id),
  );
  await insertRows(trx, 'relations', [...wanted.values()]);
  return new Set([...removed, ...wanted.values()].map(row => row.from_ref));
}
