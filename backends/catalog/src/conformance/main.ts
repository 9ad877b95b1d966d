import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { compareVerdicts } from './compare-verdicts.ts';
import type { ExpectedVerdict } from './compare-verdicts.ts';

// Compares this catalog's verdicts on a folder of real catalog files with those recorded in its VERDICTS.json.
const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Expected a folder that holds VERDICTS.json, got none. Usage: npm run conformance -- <folder>\n');
  process.exitCode = 1;
} else {
  const expected = JSON.parse(await readFile(join(folder, 'VERDICTS.json'), 'utf8')) as ExpectedVerdict[];
  const { documents, mismatches } = await compareVerdicts(expected, file => readFile(join(folder, file), 'utf8'));
  for (const mismatch of mismatches) process.stdout.write(`${mismatch}\n`);
  process.stdout.write(`${documents} documents, ${documents - mismatches.length} agree\n`);
  process.exitCode = mismatches.length === 0 ? 0 : 1;
}
