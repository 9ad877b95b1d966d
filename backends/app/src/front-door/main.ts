import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { coreConfigSchema } from '@portico/config';
import { loadConfig } from '@portico/config/node';
import { isPorticoError } from '@portico/errors';
import { appConfigSchema } from '../config-schema.ts';
import { readShellBuild } from '../shell-build/shell-build.ts';
import { createNginxPage } from './nginx-page.ts';

// Writes the page for nginx: main.ts --shell <folder of the built shell> --out <folder> [--config <file>]...
const { values } = parseArgs({
  options: { shell: { type: 'string' }, out: { type: 'string' }, config: { type: 'string', multiple: true } },
});

try {
  const { PORTICO_ENV } = process.env;
  const config = await loadConfig({
    directory: process.cwd(),
    environment: PORTICO_ENV,
    files: values.config,
    env: process.env,
    schemas: [coreConfigSchema, appConfigSchema],
  });
  const { page } = await readShellBuild(values.shell ?? resolve(import.meta.dirname, '../../../../shell/dist'));
  const folder = resolve(values.out ?? 'page');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(createNginxPage(config.reader, page))) await writeFile(join(folder, name), text);
} catch (fault) {
  if (!isPorticoError(fault)) throw fault;
  process.stderr.write(`${fault.message}\nFix: ${fault.fix}\n`);
  process.exitCode = 1;
}
