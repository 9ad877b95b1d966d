#!/usr/bin/env -S node --conditions=@portico/source --disable-warning=ExperimentalWarning
import { build } from './commands/build.ts';
import { buildImage } from './commands/build-image.ts';
import { check } from './commands/check.ts';
import { manifest } from './commands/manifest.ts';
import { promote } from './commands/promote.ts';
import { publish } from './commands/publish.ts';
import { rollback } from './commands/rollback.ts';
import { status } from './commands/status.ts';
import { runCommand } from './run-command.ts';

process.exitCode = await runCommand({
  commands: { check, build, publish, promote, rollback, status, manifest, 'build-image': buildImage },
  args: process.argv.slice(2),
  nodeVersion: process.versions.node,
  context: {
    directory: process.cwd(),
    environment: process.env,
    node: process.execPath,
    progress: line => process.stderr.write(`  ${line}\n`),
  },
  output: {
    result: text => process.stdout.write(`${text}\n`),
    problem: text => process.stderr.write(`${text}\n`),
  },
});
