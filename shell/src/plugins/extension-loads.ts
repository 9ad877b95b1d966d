import type { SnapshotRemote } from '@portico/contracts';
import { createError, isPorticoError, loaderErrors } from '@portico/errors';
import type { ApiHolder, LoadedExtension } from '@portico/plugin-api';
import { extensionBudgetMs } from '../loading/budgets.ts';
import { missingFileOf } from '../loading/missing-file.ts';
import { refreshFile } from '../loading/refresh-file.ts';
import { once } from '../loading/retrying.ts';
import type { Retry } from '../loading/retrying.ts';
import { within } from '../loading/within.ts';
import { keyOf } from './remote-state.ts';
import type { OnLoad, RemoteStore } from './remote-store.ts';

/** An extension with its code. */
export interface ReadyExtension {
  readonly extension: LoadedExtension;
  readonly apis: ApiHolder;
  /** The version that runs. */
  readonly version: string;
}

/** Loads the code of single extensions. */
export interface ExtensionLoads {
  /** What `load` has given already. */
  peek(remote: SnapshotRemote, extensionId: string): ReadyExtension | undefined;
  /** The same promise for the same extension until `again`. */
  load(remote: SnapshotRemote, extensionId: string): Promise<ReadyExtension>;
  /**
   * Forgets an extension, so that `load` begins anew. What failed because of its files is fetched anew first; what fails a
   * second time has its whole remote loaded anew, because webpack remembers modules that broke.
   */
  again(remote: SnapshotRemote, extensionId: string, thrown: unknown): void;
  /** Forgets what belongs to versions that are not shown any more. */
  keepOnly(remotes: readonly SnapshotRemote[]): void;
}

/** What loading extensions takes beside the store. */
export interface ExtensionLoadsOptions {
  /** Told of what failed. */
  readonly onLoad?: OnLoad;
  /** Told of the remote of each extension that is about to be shown. */
  readonly onUse?: (remote: SnapshotRemote) => void;
  /** Told of the remote of each extension whose code has just run. */
  readonly onRan?: (remote: Pick<SnapshotRemote, 'id' | 'version'>) => void;
  /** How the files of an extension are asked for again; default not at all. */
  readonly retry?: Retry;
}

/** Makes the loads on top of a store. */
export function createExtensionLoads(store: RemoteStore, { onLoad, onUse, onRan, retry = once }: ExtensionLoadsOptions = {}): ExtensionLoads {
  const loads = new Map<string, Promise<ReadyExtension>>();
  const ready = new WeakMap<Promise<ReadyExtension>, ReadyExtension>();
  const failures = new Map<string, number>();
  const renewals = new Map<string, Promise<unknown>>();

  async function loadNow(remote: SnapshotRemote, extensionId: string): Promise<ReadyExtension> {
    await renewals.get(keyOf(remote));
    const { plugin, apis, version } = await store.open(remote);
    const late = () => createError(loaderErrors.EXTENSION_LATE, { extension: extensionId, seconds: extensionBudgetMs / 1000 });
    const attempt = () =>
      plugin.load(extensionId).catch(async (thrown: unknown) => {
        const file = missingFileOf(thrown);
        if (file === undefined) throw thrown;
        if (file && retry !== once) await refreshFile(file);
        throw createError(loaderErrors.FILES_UNREACHABLE, { what: extensionId }, { cause: thrown });
      });
    const extension = await within(retry(attempt), extensionBudgetMs, late).catch((thrown: unknown) => {
      const code = isPorticoError(thrown) ? thrown.code : loaderErrors.RENDER_FAILED.code;
      onLoad?.({ remote: remote.id, version, outcome: 'failed', phase: 'extension', code });
      throw thrown;
    });
    onRan?.({ id: remote.id, version });
    return { extension, apis, version };
  }

  return {
    peek(remote, extensionId) {
      const loading = loads.get(`${keyOf(remote)} ${extensionId}`);
      return loading && ready.get(loading);
    },
    load(remote, extensionId) {
      const key = `${keyOf(remote)} ${extensionId}`;
      const known = loads.get(key);
      if (known) {
        onUse?.(remote);
        return known;
      }
      const loading = loadNow(remote, extensionId);
      // The same version may be let in later.
      if (remote.status === 'refused') return loading;
      loads.set(key, loading);
      // Whoever shows the extension meets the failure; here it only must not count as unhandled.
      loading.then(
        extension => ready.set(loading, extension),
        () => undefined,
      );
      return loading;
    },
    keepOnly(remotes) {
      const kept = new Set(remotes.map(keyOf));
      const isGone = (key: string): boolean => !kept.has(key.split(' ', 1)[0] ?? '');
      for (const map of [loads, failures, renewals]) for (const key of [...map.keys()]) if (isGone(key)) map.delete(key);
    },
    again(remote, extensionId, thrown) {
      const version = keyOf(remote);
      const key = `${version} ${extensionId}`;
      loads.delete(key);
      const count = (failures.get(key) ?? 0) + 1;
      failures.set(key, count);
      const file = missingFileOf(thrown);
      const { status } = store.stateOf(remote);
      const anew = status === 'failed' || file !== undefined || count > 1;
      if (anew) for (const other of [...loads.keys()]) if (other.startsWith(`${version} `)) loads.delete(other);
      const renew = async () => {
        if (file) await refreshFile(file);
        if (anew) await store.retry(remote);
      };
      // Whoever asks for the extension next meets the failure.
      const renewed = renew().catch(() => undefined);
      renewals.set(version, renewed);
    },
  };
}
