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

const leastMs = 250;
const firstSpreadMs = 4_000;

/**
 * Milliseconds to wait before a stream is opened again that was lost `losses` times in a row (from 1). All sessions lose theirs
 * in the same instant when the portal starts anew, so they spread evenly: over 4 s at first, then over twice as long up to 30 s.
 */
export function reconnectPause(losses: number, random: () => number): number {
  return Math.round(leastMs + random() * Math.min(firstSpreadMs * 2 ** Math.max(0, losses - 1), longestMs));
}
