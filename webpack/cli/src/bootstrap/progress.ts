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
