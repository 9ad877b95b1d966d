import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildErrors, createError, isPorticoError } from '@portico/errors';
import { printFault, seconds } from './bootstrap/progress.ts';
import { buildAll } from './build/build-all.ts';
import { buildImages } from './images/build-images.ts';

const root = path.resolve(import.meta.dirname, '../../..');

async function build(names: readonly string[]): Promise<void> {
  const started = performance.now();
  const { built, upToDate } = await buildAll({ root, names, onProgress: line => process.stdout.write(`  ${line}\n`) });
  const time = seconds(performance.now() - started);
  process.stdout.write(`${built.length} built, ${upToDate.length} up to date in ${time}\n`);
}

async function buildImage(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { out: { type: 'string' }, config: { type: 'string', multiple: true }, 'skip-build': { type: 'boolean' } },
  });
  const onProgress = (line: string): void => void process.stdout.write(`  ${line}\n`);
  if (!values['skip-build']) await build([]);
  const out = values.out === undefined ? undefined : path.resolve(values.out);
  await buildImages({ root, names: positionals, out, configFiles: values.config ?? [], node: process.execPath, onProgress });
}

const verbs: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = { build, 'build-image': buildImage };

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
