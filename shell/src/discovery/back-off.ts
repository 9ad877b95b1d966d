const firstMs = 1_000;
const longestMs = 30_000;

/**
 * Milliseconds to wait before attempt `attempt` + 1 (counted from 1): doubles from 1 s to 30 s, of which a random part
 * up to a half is taken off, so that the browsers of a whole company don't come back in the same instant.
 */
export function backOff(attempt: number, random: () => number): number {
  const full = Math.min(firstMs * 2 ** Math.max(0, attempt - 1), longestMs);
  return Math.round(full * (1 - random() / 2));
}
