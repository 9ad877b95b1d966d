import { benchLighthouse } from './lighthouse/run.ts';
import { benchRegistry } from './registry/run.ts';
import { benchBackendStart } from './start/run.ts';
import { benchUi } from './ui/run.ts';

const benchmarks: Readonly<Record<string, () => Promise<void>>> = {
  'backend-start': benchBackendStart,
  lighthouse: benchLighthouse,
  registry: benchRegistry,
  start: benchBackendStart,
  ui: benchUi,
};

const [name = ''] = process.argv.slice(2);
const run = benchmarks[name];
if (run) await run();
else {
  process.stderr.write(`Expected one of ${Object.keys(benchmarks).join(', ')}, got "${name}". Run: npm run bench -- backend-start\n`);
  process.exitCode = 1;
}
