import type { SoakCase } from './soak-case.ts';

/** What `runCases` takes. */
export interface RunCasesOptions {
  /** Of each case. */
  readonly runs: number;
  /** Of the first run; the others count on from it. */
  readonly seed: number;
  readonly print: (line: string) => void;
}

const messageOf = (thrown: unknown) => (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));

/** Runs each case in turn, round by round, and prints a line per run. Gives the number of runs with faults. */
export async function runCases(cases: readonly SoakCase[], { runs, seed, print }: RunCasesOptions): Promise<number> {
  let failed = 0;
  print(`${cases.length} cases, ${runs} runs of each, seeds from ${seed}`);
  for (let round = 0; round < runs; round += 1) {
    for (const { name, run } of cases) {
      const { faults, figures } = await run(seed + round).catch((thrown: unknown) => ({ faults: [messageOf(thrown)], figures: {} }));
      const shown = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`);
      print([faults.length === 0 ? 'ok    ' : 'FAILED', `${name} seed ${seed + round}`, ...shown].join('  '));
      faults.forEach(fault => print(`        ${fault}`));
      if (faults.length > 0) failed += 1;
    }
  }
  print(`${cases.length * runs - failed} runs without a fault, ${failed} with one`);
  return failed;
}
