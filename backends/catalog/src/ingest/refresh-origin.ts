import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CatalogTree } from '@portico/plugin-catalog-node';
import type { CatalogOrigin } from '../config/read-catalog-config.ts';
import { chunksOf } from '../store/bulk-rows.ts';
import type { SourceProcessor } from '../reading/process-source.ts';
import { locationOf } from '../reading/source.ts';
import { createTreeReader, urlInTree } from '../reading/tree-reader.ts';
import type { SourceTarget } from '../reading/source.ts';
import type { TextReader } from '../reading/text-reader.ts';
import { sourceHash } from '../store/source-records.ts';
import type { SourceRecord, SourceUpdate } from '../store/source-records.ts';
import type { SourceStore } from '../store/source-store.ts';
import { expandTarget } from './expand-target.ts';
import { readSource } from './read-source.ts';
import { locationRefOf, rootSourceOf, rootSourceUpdate, treeVersionIn } from './root-source.ts';

const deepestHop = 10;
const mostSources = 20_000;
const readAtOnce = { file: 100, url: 16, provider: 100 };

/** What all refreshes share. */
export interface RefreshContext {
  readonly store: SourceStore;
  readonly reader: TextReader;
  readonly processor: () => Promise<SourceProcessor>;
  /** All known sources by `sourceHash`; kept in step with the store. */
  readonly known: Map<string, SourceRecord>;
  /** Trees that were read to their end by this process, by the key of their origin. */
  readonly readTrees: Map<string, CatalogTree>;
}

/** How thoroughly a refresh looks. */
export interface RefreshOptions {
  /** Also ask URLs, not only files. */
  readonly urls: boolean;
  /** Locations (`file:/...`) to read even where they seem unchanged. */
  readonly force?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

/**
 * Walks from a configured location along its Location entities, level by level, reads what changed and stores it, and
 * drops sources that nothing names any more. Returns true when something was stored.
 */
export async function refreshOrigin(context: RefreshContext, origin: CatalogOrigin, options: RefreshOptions): Promise<boolean> {
  const { store, known } = context;
  const { tree } = origin;
  if (origin.type === 'provider' && !(tree && isDue(tree, origin, { context, force: options.force !== undefined }))) return false;
  const reader = tree ? createTreeReader(tree, context.reader) : context.reader;
  const visited = new Set<string>();
  const problems: string[] = [];
  let changed = false;
  let level = firstTargets(origin);

  for (let hop = 0; level.length > 0; hop += 1) {
    if (hop > deepestHop) {
      problems.push(
        `Expected Location entities to lead at most ${deepestHop} hops far, ` +
          `found more below ${locationOf(level[0] as SourceTarget)}`,
      );
      break;
    }
    const next: SourceTarget[] = [];
    const sources = await sourcesOf(level);
    for (const batch of chunksOf(sources, readAtOnce[origin.type])) {
      options.signal?.throwIfAborted();
      const records = await readBatch(batch);
      for (const record of records) next.push(...(record?.targets ?? []));
      await nextTurn();
    }
    level = next;
  }
  await storeRoot();
  await dropUnvisited();
  if (tree) context.readTrees.set(origin.key, tree);
  return changed;

  async function sourcesOf(targets: readonly SourceTarget[]): Promise<SourceTarget[]> {
    const sources: SourceTarget[] = [];
    for (const target of targets) {
      for (const source of await expandTarget(target, origin.folder)) {
        const hash = sourceHash({ origin: origin.key, ...source });
        if (visited.has(hash)) continue;
        if (visited.size >= mostSources) {
          problems.push(`Expected at most ${mostSources} files and URLs below one location, found more`);
          return sources;
        }
        visited.add(hash);
        sources.push(source);
      }
    }
    return sources;
  }

  async function readBatch(batch: readonly SourceTarget[]): Promise<(SourceRecord | undefined)[]> {
    const updates = await Promise.all(batch.map(readOne));
    const stored = await store.apply(updates.filter(update => update !== undefined));
    for (const record of stored) known.set(sourceHash(record), record);
    changed ||= stored.length > 0;
    return batch.map(target => known.get(sourceHash({ origin: origin.key, ...target })));
  }

  async function readOne(target: SourceTarget): Promise<SourceUpdate | undefined> {
    const record = known.get(sourceHash({ origin: origin.key, ...target }));
    const force = options.force?.has(locationOf(target)) ?? false;
    if (record && target.type === 'url' && !options.urls && !force && !tree) return undefined;
    const { processor } = context;
    return await readSource({ target, origin, known: record, force, reader, processor });
  }

  async function storeRoot(): Promise<void> {
    const update = rootSourceUpdate(origin, problems);
    const hash = sourceHash(update.source);
    visited.add(hash);
    if (known.get(hash)?.signature === update.source.signature) return;
    const [record] = await store.apply([update]);
    if (record) known.set(hash, record);
    changed = true;
  }

  async function dropUnvisited(): Promise<void> {
    const gone = [...known].filter(([hash, record]) => record.origin === origin.key && !visited.has(hash));
    if (gone.length === 0) return;
    await store.remove(gone.map(([, record]) => record.id));
    for (const [hash] of gone) known.delete(hash);
    changed = true;
  }
}

/** False for a tree that was read, and for one that was and which another replica has replaced since. */
function isDue(tree: CatalogTree, origin: CatalogOrigin, how: { context: RefreshContext; force: boolean }): boolean {
  const { known, readTrees } = how.context;
  const isStored = treeVersionIn(known.get(sourceHash(rootSourceOf(origin)))) === tree.version;
  const read = readTrees.get(origin.key);
  if (read === tree) return isStored && how.force;
  return read?.version !== tree.version || !isStored || how.force;
}

function firstTargets(origin: CatalogOrigin): SourceTarget[] {
  const { type, target, tree } = origin;
  if (type !== 'provider') return [{ type, target, presence: 'required', parentRef: locationRefOf(origin) }];
  return tree?.paths.map(path => ({ type: 'url', target: urlInTree(path, tree), presence: 'required' })) ?? [];
}
