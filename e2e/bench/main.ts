import { benchLighthouse } from './lighthouse/run.ts';
import { benchStart } from './start/run.ts';
import { benchUi } from './ui/run.ts';

const benchmarks: Readonly<Record<string, () => Promise<void>>> = { lighthouse: benchLighthouse, start: benchStart, ui: benchUi };

const [name = ''] = process.argv.slice(2);
const run = benchmarks[name];
if (run) await run();
else {
  process.stderr.write(`Expected one of ${Object.keys(benchmarks).join(', ')}, got "${name}". Run: npm run bench -- start\n`);
  process.exitCode = 1;
}
