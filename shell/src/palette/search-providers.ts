import type { SnapshotRemote } from '@portico/contracts';
import { createError, loaderErrors, pluginApiErrors } from '@portico/errors';
import { searchProviderPoint } from '@portico/plugin-api';
import type { ApiHolder, Search, SearchApis, SearchProviderConfig, SearchResult } from '@portico/plugin-api';
import type { Shell } from '../layout/shell-context.ts';
import { within } from '../loading/within.ts';
import type { ReadyExtension } from '../plugins/extension-loads.ts';

/** Milliseconds that a provider has for an answer, once its code is there. */
const searchBudgetMs = 5_000;

/** More of one provider would push the others off the screen. */
const mostResults = 8;

/** Something of a remote that finds things. */
export interface SearchProvider {
  readonly key: string;
  readonly title: string;
  /** Loads its remote. Never rejects: a failure shows with the first search. */
  prepare(): void;
  search(text: string, signal: AbortSignal): Promise<readonly SearchResult[]>;
}

function apisOf(apis: ApiHolder, { id, version }: SnapshotRemote): SearchApis {
  return {
    async get(ref) {
      const found = await apis.get(ref, { pluginId: id, version });
      if (found === undefined) throw createError(pluginApiErrors.API_MISSING, { api: ref.id, plugin: id });
      return found;
    },
  };
}

/** A result leads into the portal or to a page of the web, never to a script. */
function isResult(value: unknown): value is SearchResult {
  const { title, to } = (value ?? {}) as Partial<SearchResult>;
  return typeof title === 'string' && typeof to === 'string' && /^(\/(?!\/)|https:\/\/)/.test(to);
}

interface Declared {
  readonly remote: SnapshotRemote;
  readonly id: string;
  readonly config: Partial<SearchProviderConfig>;
}

function providerOf(loads: Shell['loads'], { remote, id, config }: Declared): SearchProvider {
  let failure: { readonly error: unknown } | undefined;
  const load = async (): Promise<ReadyExtension> => {
    if (failure) loads.again(remote, id, failure.error);
    failure = undefined;
    return loads.load(remote, id).catch((error: unknown) => {
      failure = { error };
      throw error;
    });
  };
  return {
    key: `${remote.id}/${id}`,
    title: config.title ?? remote.title,
    prepare: () => void load().catch(() => undefined),
    async search(text, signal) {
      const { extension, apis } = await load();
      const search = extension.Component as unknown as Search;
      const late = () => createError(loaderErrors.EXTENSION_LATE, { extension: id, seconds: searchBudgetMs / 1000 });
      const found: unknown = await within(Promise.resolve(search(text, signal, apisOf(apis, remote))), searchBudgetMs, late);
      return Array.isArray(found) ? found.filter(isResult).slice(0, mostResults) : [];
    },
  };
}

/** What remotes add to the search, as the snapshot declares it, by order and id. Nothing of it is loaded yet. */
export function searchProvidersOf({ offered, loads }: Pick<Shell, 'offered' | 'loads'>): readonly SearchProvider[] {
  return offered
    .get()
    .filter(({ status }) => status !== 'refused')
    .flatMap(remote =>
      remote.extensions
        .filter(({ point }) => point === searchProviderPoint.id)
        .map(({ id, config }): Declared => ({ remote, id, config: (config ?? {}) as Partial<SearchProviderConfig> })),
    )
    .sort((left, right) => (left.config.order ?? 100) - (right.config.order ?? 100) || (left.id < right.id ? -1 : 1))
    .map(declared => providerOf(loads, declared));
}
