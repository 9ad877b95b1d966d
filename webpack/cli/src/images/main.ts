import path from 'node:path';
import { parseArgs } from 'node:util';
import { isPorticoError } from '@portico/errors';
import { printFault } from '../bootstrap/progress.ts';
import { buildAll } from '../build/build-all.ts';
import { buildImages } from './build-images.ts';

// npm run build-image -- [names...] [--out <folder>] [--config <file>]... [--skip-build]
const root = path.resolve(import.meta.dirname, '../../../..');
const onProgress = (line: string): void => void process.stdout.write(`  ${line}\n`);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, config: { type: 'string', multiple: true }, 'skip-build': { type: 'boolean' } },
  });
  if (!values['skip-build']) await buildAll({ root, onProgress });
  const out = values.out === undefined ? undefined : path.resolve(values.out);
  await buildImages({ root, names: positionals, out, configFiles: values.config ?? [], node: process.execPath, onProgress });
} catch (error) {
  if (!isPorticoError(error)) throw error;
  printFault(error);
  process.exitCode = 1;
}
