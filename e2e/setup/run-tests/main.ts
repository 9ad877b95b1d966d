import { isPorticoError } from '@portico/errors';
import { add, failed } from './counts.ts';
import type { Counts } from './counts.ts';
import { stages } from './stages.ts';
import type { Stage } from './stages.ts';

interface Outcome {
  readonly title: string;
  readonly counts: Counts;
  readonly seconds: string;
}

async function runStage(stage: Stage, before: readonly Outcome[]): Promise<Counts> {
  const missing = before.find(outcome => stage.needs?.includes(outcome.title) && outcome.counts.failed > 0);
  if (missing) {
    process.stderr.write(`Not run, because the stage "${missing.title}" failed\n`);
    return failed;
  }
  try {
    return await stage.run();
  } catch (error) {
    process.stderr.write(isPorticoError(error) ? `${error.message}\nFix: ${error.fix}\n` : `${String(error)}\n`);
    return failed;
  }
}

async function outcomeOf(stage: Stage, before: readonly Outcome[]): Promise<Outcome> {
  process.stdout.write(`\n== ${stage.title}\n`);
  const started = performance.now();
  const counts = await runStage(stage, before);
  return { title: stage.title, counts, seconds: ((performance.now() - started) / 1000).toFixed(1) };
}

const outcomes: Outcome[] = [];
for (const together of stages) {
  outcomes.push(...(await Promise.all([together].flat().map(stage => outcomeOf(stage, outcomes)))));
}

const all = outcomes.map(outcome => outcome.counts).reduce(add);
process.stdout.write('\n');
for (const name of all.unsteady) process.stdout.write(`unsteady, passed when run once more: ${name}\n`);
for (const { title, counts, seconds } of outcomes) {
  process.stdout.write(`${title}: ${counts.passed} passed, ${counts.failed} failed in ${seconds} s\n`);
}
process.stdout.write(`${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped\n`);
process.exitCode = all.failed === 0 ? 0 : 1;
