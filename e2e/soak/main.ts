import { parseArgs } from 'node:util';
import { backendCases } from './backend/cases.ts';
import { registryCases } from './registry/cases.ts';
import { runCases } from './run-cases.ts';
import type { SoakCase } from './soak-case.ts';

const lists: Readonly<Record<string, readonly SoakCase[]>> = { backend: backendCases, registry: registryCases };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } },
});
const [name = ''] = positionals;
const cases = lists[name]?.filter(({ name: caseName }) => values.only === undefined || caseName.includes(values.only));
if (cases) {
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const failed = await runCases(cases, { runs: Number(values.runs), seed: Number(values.seed), print });
  process.exit(failed === 0 ? 0 : 1);
} else {
  process.stderr.write(`Expected one of ${Object.keys(lists).join(', ')}, got "${name}". Run: npm run soak -- backend\n`);
  process.exitCode = 1;
}
