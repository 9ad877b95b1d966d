import path from 'node:path';
import { buildErrors, createError, isPorticoError } from '@portico/errors';
import { printFault, seconds } from './bootstrap/progress.ts';
import { buildAll } from './build/build-all.ts';

const root = path.resolve(import.meta.dirname, '../../..');

async function build(names: readonly string[]): Promise<void> {
  const started = performance.now();
  const { built, upToDate } = await buildAll({ root, names, onProgress: line => process.stdout.write(`  ${line}\n`) });
  const time = seconds(performance.now() - started);
  process.stdout.write(`${built.length} built, ${upToDate.length} up to date in ${time}\n`);
}

const verbs: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = { build };

try {
  const [verb = '', ...words] = process.argv.slice(2);
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run) throw createError(buildErrors.VERB_UNKNOWN, { received: verb, known: Object.keys(verbs).join(', ') });
  await run(words);
} catch (error) {
  if (!isPorticoError(error)) throw error;
  printFault(error);
  process.exitCode = 1;
}
