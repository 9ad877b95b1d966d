import { createError, isPorticoError, loaderErrors, messageOf } from '@portico/errors';
import { phaseBudgets } from './budgets.ts';
import type { LoadableRemote } from './loadable-remote.ts';
import { unreachableEntry } from './missing-file.ts';
import { pinModules } from './pin-modules.ts';
import { enforcesModuleIntegrity } from './probe-module-integrity.ts';
import { retryUrl } from './retry-url.ts';
import { within } from './within.ts';

/** What is needed to import an ES-module entry. */
export interface ModuleEntryOptions {
  readonly remote: LoadableRemote;
  readonly attempt: number;
  readonly nonce: string | undefined;
  readonly fetch: typeof fetch;
  readonly importModule: (url: string) => Promise<unknown>;
}

async function importPinned({ remote, attempt, ...browser }: ModuleEntryOptions): Promise<unknown> {
  if (!remote.unverified) {
    if (!(await enforcesModuleIntegrity(browser))) throw createError(loaderErrors.INTEGRITY_UNENFORCED);
    await pinModules({ remote, attempt, ...browser });
  }
  const url = retryUrl(remote.entry.url, attempt);
  try {
    return await browser.importModule(url);
  } catch (cause) {
    // Browsers say TypeError both for a file that is missing and for one that differs from its digest.
    if (cause instanceof TypeError) throw unreachableEntry(url, cause);
    throw createError(loaderErrors.ENTRY_BROKEN, { url, reason: messageOf(cause) }, { cause });
  }
}

/**
 * The container of an ES-module remote. An import can't be aborted: after the budget it is left alone.
 *
 * @throws INTEGRITY_UNENFORCED, INTEGRITY_MISSING, INTEGRITY_DIFFERS, ENTRY_UNREACHABLE, ENTRY_BROKEN, ENTRY_LATE
 */
export async function importModuleEntry(options: ModuleEntryOptions): Promise<unknown> {
  const { url } = options.remote.entry;
  const late = () => createError(loaderErrors.ENTRY_LATE, { seconds: phaseBudgets.entry / 1000 });
  return within(importPinned(options), phaseBudgets.entry, late).catch((thrown: unknown) => {
    throw isPorticoError(thrown) ? thrown : unreachableEntry(url, thrown);
  });
}
