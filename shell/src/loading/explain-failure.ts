import { createError, isPorticoError, loaderErrors, messageOf } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import type { LoadPhase } from './budgets.ts';
import { phaseBudgets } from './budgets.ts';
import { missingFileOf, unreachableEntry } from './missing-file.ts';

/** The error for a phase that took longer than its budget. */
export function latenessOf(phase: LoadPhase): PorticoError {
  const definition = { entry: loaderErrors.ENTRY_LATE, init: loaderErrors.INIT_LATE, evaluate: loaderErrors.EVALUATE_LATE }[phase];
  return createError(definition, { seconds: phaseBudgets[phase] / 1000 });
}

/** The runtime puts its own code and a link before what was thrown and what it knows of the host behind it. */
function reasonOf(thrown: unknown): string {
  const text = messageOf(thrown);
  const original = /Original Error Message:\s*(.+)/s.exec(text)?.[1] ?? text;
  return original.split('\n', 1)[0]?.trim().slice(0, 300) ?? '';
}

function explainEntry(thrown: unknown, url: string): PorticoError {
  const text = messageOf(thrown);
  const because = { cause: thrown };
  if (text.includes('timed out')) return latenessOf('entry');
  if (text.includes('ScriptExecutionError')) return createError(loaderErrors.ENTRY_BROKEN, { url, reason: reasonOf(thrown) }, because);
  if (text.includes('RUNTIME-001')) {
    return createError(loaderErrors.ENTRY_BROKEN, { url, reason: 'a script that sets no container' }, because);
  }
  return unreachableEntry(url, thrown);
}

/** Says in the portal's own terms why a phase failed. Errors of the catalogue stay as they are. */
export function explainFailure(phase: LoadPhase, thrown: unknown, url: string): PorticoError {
  if (isPorticoError(thrown)) return thrown;
  if (phase === 'entry') return explainEntry(thrown, url);
  if (missingFileOf(thrown) !== undefined) return createError(loaderErrors.FILES_UNREACHABLE, { what: 'the plugin' }, { cause: thrown });
  const definition = phase === 'init' ? loaderErrors.INIT_FAILED : loaderErrors.EVALUATE_FAILED;
  return createError(definition, { reason: reasonOf(thrown) }, { cause: thrown });
}
