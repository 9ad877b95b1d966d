import type { LoggerService } from '@portico/backend-framework';
import { messageOf } from '@portico/errors';
import type { CatalogOrigin } from '../config/read-catalog-config.ts';
import type { SourceProcessor } from '../reading/process-source.ts';
import type { TextReader } from '../reading/text-reader.ts';
import { sourceHash } from '../store/source-records.ts';
import type { SourceStore } from '../store/source-store.ts';
import type { StitchStore } from '../store/stitch-store.ts';
import { refreshOrigin } from './refresh-origin.ts';
import type { RefreshContext, RefreshOptions } from './refresh-origin.ts';

/** Keeps the catalog in step with its locations. Refreshes run one after the other. */
export interface Refresher {
  /** Reads what changed below all configured locations, or, with `force`, the named locations in any case. */
  refresh(options: RefreshOptions): Promise<void>;
  /** Replaces the configured locations; those no longer configured lose their entities at the next refresh. */
  configure(origins: readonly CatalogOrigin[]): void;
  /** Reads anew what is stored before the next refresh: somebody else has changed it. */
  forgetKnown(): void;
}

/** What `createRefresher` takes. */
export interface RefresherOptions {
  readonly sources: SourceStore;
  readonly stitching: StitchStore;
  readonly reader: TextReader;
  readonly logger: LoggerService;
  /** Called with the refs of entities that are new, different or gone, and the number of the change. */
  readonly onChanged: (refs: readonly string[], revision: number) => void;
}

export function createRefresher(options: RefresherOptions): Refresher {
  const { sources, stitching, reader, logger } = options;
  const context: RefreshContext = { store: sources, reader, processor, known: new Map(), readTrees: new Map() };
  let loadedProcessor: Promise<SourceProcessor> | undefined;
  const logged = new Set<string>();
  let origins: readonly CatalogOrigin[] = [];
  let loaded = false;
  let running: Promise<void> = Promise.resolve();

  // The YAML parser and the schema engine cost memory and start-up time that a catalog without changes does not need.
  function processor(): Promise<SourceProcessor> {
    return (loadedProcessor ??= import('../reading/process-source.ts').then(module => module.createSourceProcessor()));
  }

  async function loadKnown(): Promise<void> {
    if (loaded) return;
    context.known.clear();
    for (const record of await sources.list()) context.known.set(sourceHash(record), record);
    loaded = true;
  }

  async function dropForeignOrigins(): Promise<boolean> {
    const configured = new Set(origins.map(origin => origin.key));
    const foreign = [...context.known].filter(([, record]) => !configured.has(record.origin));
    if (foreign.length === 0) return false;
    await sources.remove(foreign.map(([, record]) => record.id));
    for (const [hash] of foreign) context.known.delete(hash);
    return true;
  }

  async function stitchAll(): Promise<void> {
    for (;;) {
      const { done, changed, revision } = await stitching.stitchSome();
      if (revision !== undefined) options.onChanged(changed, revision);
      if (done) return;
    }
  }

  async function logProblems(): Promise<void> {
    const current = new Set<string>();
    for (const problem of await sources.problems()) {
      const key = JSON.stringify(problem);
      current.add(key);
      if (!logged.has(key)) logger.warn('Something keeps an entity out of the catalog', { problem });
    }
    logged.clear();
    for (const key of current) logged.add(key);
  }

  async function run(how: RefreshOptions): Promise<void> {
    const first = !loaded;
    await loadKnown();
    let changed = await dropForeignOrigins();
    for (const origin of origins) {
      try {
        changed = (await refreshOrigin(context, origin, how)) || changed;
      } catch (error) {
        if (how.signal?.aborted) throw error;
        changed = true;
        logger.error('A catalog location could not be read', { location: origin.key, reason: messageOf(error) });
      }
    }
    // Always, since an earlier run may have stopped half-way.
    await stitchAll();
    if (changed || first) await logProblems();
  }

  return {
    refresh: how => {
      const next = running.then(() => run(how));
      running = next.catch(() => undefined);
      return next;
    },
    configure: configured => {
      origins = configured;
    },
    forgetKnown: () => {
      loaded = false;
    },
  };
}
