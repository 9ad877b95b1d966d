/** The heap of a page after so many versions of a remote. */
export interface HeapSample {
  readonly switches: number;
  readonly kilobytes: number;
}

/** Kilobytes per switch: the slope of the line with the least squares of distances. */
export function slopeOf(samples: readonly HeapSample[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(samples.map(({ switches }) => switches));
  const y = mean(samples.map(({ kilobytes }) => kilobytes));
  const over = samples.reduce((sum, one) => sum + (one.switches - x) * (one.kilobytes - y), 0);
  return over / samples.reduce((sum, one) => sum + (one.switches - x) ** 2, 0);
}
