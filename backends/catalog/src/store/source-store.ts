import type { CatalogProblem, ProblemStage } from '@portico/plugin-catalog-common';
import type { Knex } from 'knex';
import { deleteIn, insertRows, selectIn } from './bulk-rows.ts';
import { writeClaims } from './claims.ts';
import { sourceHash } from './source-records.ts';
import type { SourceRecord, SourceUpdate } from './source-records.ts';

/** Keeps what was read from where. Every method that changes something is one transaction. */
export interface SourceStore {
  list(): Promise<SourceRecord[]>;
  find(source: Pick<SourceRecord, 'origin' | 'type' | 'target'>): Promise<SourceRecord | undefined>;
  /** Stores what was read; returns the records with their ids, in the order of the updates. */
  apply(updates: readonly SourceUpdate[]): Promise<SourceRecord[]>;
  remove(sourceIds: readonly number[]): Promise<void>;
  problems(): Promise<CatalogProblem[]>;
  /** Configured locations whose reading led to the entity that is served under this ref. */
  sourceOfEntity(entityRef: string): Promise<SourceRecord | undefined>;
}

interface SourceRow {
  id: number;
  hash: string;
  origin: string;
  type: SourceRecord['type'];
  target: string;
  signature: string | null;
  targets: string;
  dependencies: string;
  parent_ref: string | null;
}

interface ProblemRow {
  origin: string;
  type: string;
  target: string;
  stage: ProblemStage;
  message: string;
  document: number | null;
  line: number | null;
  path: string | null;
  entity_ref: string | null;
}

export function createSourceStore(knex: Knex): SourceStore {
  return {
    list: async () => ((await knex('sources').orderBy('id')) as SourceRow[]).map(toRecord),

    find: async source => {
      const row = (await knex('sources').where({ hash: sourceHash(source) }).first()) as SourceRow | undefined;
      return row && toRecord(row);
    },

    apply: updates =>
      knex.transaction(async trx => {
        const records = await writeSources(trx, updates);
        await writeProblems(trx, records, updates);
        const changes = updates.map((update, index) => ({ ...update, sourceId: records[index]?.id ?? 0 }));
        await writeClaims(trx, changes);
        return records;
      }),

    remove: sourceIds =>
      knex.transaction(async trx => {
        await writeClaims(
          trx,
          sourceIds.map(sourceId => ({ sourceId, entities: [], keep: new Set<string>() })),
        );
        for (const table of ['problems', 'claims']) await deleteIn(() => trx(table), 'source_id', sourceIds);
        await deleteIn(() => trx('sources'), 'id', sourceIds);
      }),

    problems: async () => {
      const rows = (await knex('problems')
        .join('sources', 'sources.id', 'problems.source_id')
        .orderBy('problems.id')
        .select('origin', 'type', 'target', 'stage', 'message', 'document', 'line', 'path', 'entity_ref')) as ProblemRow[];
      return rows.map(toProblem);
    },

    sourceOfEntity: async entityRef => {
      const row = (await knex('sources')
        .join('entities', 'entities.source_id', 'sources.id')
        .where('entities.entity_ref', entityRef)
        .first('sources.*')) as SourceRow | undefined;
      return row && toRecord(row);
    },
  };
}

async function writeSources(trx: Knex, updates: readonly SourceUpdate[]): Promise<SourceRecord[]> {
  const rows = updates.map(({ source }) => ({
    hash: sourceHash(source),
    origin: source.origin,
    type: source.type,
    target: source.target,
    signature: source.signature ?? null,
    targets: JSON.stringify(source.targets),
    dependencies: JSON.stringify(source.dependencies),
    parent_ref: source.parentRef ?? null,
  }));
  const hashes = rows.map(row => row.hash);
  const query = () => trx('sources').select('id', 'hash');
  const known = new Set((await selectIn<SourceRow>(query, 'hash', hashes)).map(row => row.hash));
  await insertRows(
    trx,
    'sources',
    rows.filter(row => !known.has(row.hash)),
  );
  for (const { hash, ...changed } of rows.filter(row => known.has(row.hash)))
    await trx('sources').where({ hash }).update(changed);
  const ids = new Map((await selectIn<SourceRow>(query, 'hash', hashes)).map(row => [row.hash, row.id]));
  return updates.map(({ source }, index) => ({ ...source, id: ids.get(hashes[index] ?? '') ?? 0 }));
}

async function writeProblems(trx: Knex, records: readonly SourceRecord[], updates: readonly SourceUpdate[]): Promise<void> {
  const ids = records.map(record => record.id);
  // Conflicts between sources belong to the claims, which write them.
  await deleteIn(
    () => trx('problems').where(inner => inner.whereNot('stage', 'conflict').orWhereNotNull('line')),
    'source_id',
    ids,
  );
  const rows = updates.flatMap(({ problems }, index) =>
    problems.map(({ stage, message, document, line, path, entityRef }) => ({
      source_id: ids[index],
      stage,
      message,
      document,
      line,
      path,
      entity_ref: entityRef,
    })),
  );
  await insertRows(trx, 'problems', rows);
}

function toRecord(row: SourceRow): SourceRecord {
  return {
    id: row.id,
    origin: row.origin,
    type: row.type,
    target: row.target,
    signature: row.signature ?? undefined,
    parentRef: row.parent_ref ?? undefined,
    targets: JSON.parse(row.targets) as SourceRecord['targets'],
    dependencies: JSON.parse(row.dependencies) as SourceRecord['dependencies'],
  };
}

function toProblem(row: ProblemRow): CatalogProblem {
  return {
    location: row.type === 'config' ? row.target : `${row.type}:${row.target}`,
    origin: row.origin,
    stage: row.stage,
    message: row.message,
    ...(row.document === null ? {} : { document: row.document }),
    ...(row.line === null ? {} : { line: row.line }),
    ...(row.path === null ? {} : { path: row.path }),
    ...(row.entity_ref === null ? {} : { entityRef: row.entity_ref }),
  };
}
