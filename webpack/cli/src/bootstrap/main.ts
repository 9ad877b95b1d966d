import path from 'node:path';
import { createError, isPorticoError, startErrors } from '@portico/errors';
import { buildAll } from '../build/build-all.ts';
import { faultText } from '../fault-text.ts';
import { seconds, step } from './progress.ts';
import { supervise } from './supervisor.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

/** `--config <file>`, repeatable, is all that the start takes; it goes on to the portal. */
function checkArguments(args: readonly string[]): void {
  for (let index = 0; index < args.length; index += 1) {
    const given = args[index] ?? '';
    if (given.startsWith('--config=')) continue;
    if (given === '--config' && args[index + 1]) index += 1;
    else throw createError(startErrors.ARGUMENT_UNKNOWN, { received: given });
  }
}

async function start(): Promise<number> {
  const started = performance.now();
  const args = process.argv.slice(2);
  checkArguments(args);
  process.stdout.write('Starting Portico\n');
  await step(
    'shell, remotes and server',
    () => buildAll({ root, onProgress: line => process.stdout.write(`    ${line}\n`) }),
    ({ built, upToDate }) => (built.length ? `built ${built.join(', ')}` : `${upToDate.length} up to date`),
  );

  const launched = performance.now();
  let first = true;
  const supervisor = supervise({
    command: process.execPath,
    arguments: [...process.execArgv, path.join(root, 'backends/portal/dist/main.mjs'), ...args],
    environment: { ...process.env, NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/node-compile') },
    onReady(url) {
      if (first) process.stdout.write(`  portal: ${seconds(performance.now() - launched)}\n`);
      if (first) process.stdout.write(`  in all: ${seconds(performance.now() - started)}\n`);
      first = false;
      process.stdout.write(`Portico is ready at ${url}\n`);
    },
    onRestart(exit, delayMs) {
      process.stderr.write(`The portal process ended (${exit}); starting it again in ${seconds(delayMs)}\n`);
    },
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => supervisor.stop(signal));
  return supervisor.done;
}

try {
  process.exitCode = await start();
} catch (error) {
  if (!isPorticoError(error)) throw error;
  process.stderr.write(`${faultText(error)}\n`);
  process.exitCode = 1;
}
