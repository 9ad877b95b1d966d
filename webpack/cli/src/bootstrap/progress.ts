/** Seconds with one decimal, the unit that people compare. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Runs one step of the start and prints its name with the time that it took. */
export async function step<T>(title: string, run: () => Promise<T>, note?: (result: T) => string): Promise<T> {
  const started = performance.now();
  const result = await run();
  const detail = note?.(result);
  process.stdout.write(`  ${title}${detail ? ` (${detail})` : ''}: ${seconds(performance.now() - started)}\n`);
  return result;
}

/** Prints an error of the catalogue as its readers want it: what happened, every detail, the fix. No stack. */
export function printFault(error: { message: string; fix?: string; details?: readonly { message: string; fix: string }[] }): void {
  const lines = [error.message, ...(error.details ?? []).map(detail => `  - ${detail.message}\n    ${detail.fix}`)];
  if (error.fix) lines.push(`Fix: ${error.fix}`);
  process.stderr.write(`${lines.join('\n')}\n`);
}
