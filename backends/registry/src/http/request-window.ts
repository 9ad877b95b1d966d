/** Counts requests in windows of a minute: of each address, and of all. */
export interface RequestWindow {
  /** Seconds until another one is taken; 0 where this one is. */
  take(address: string): number;
}

const windowMs = 60_000;

/** @param perMinute - of one address; all together may send twenty times as many */
export function createRequestWindow(perMinute: number, clock: () => number = Date.now): RequestWindow {
  let counts = new Map<string, number>();
  let all = 0;
  let endsAt = 0;
  return {
    take(address) {
      const now = clock();
      if (now >= endsAt) {
        counts = new Map();
        all = 0;
        endsAt = now + windowMs;
      }
      const count = (counts.get(address) ?? 0) + 1;
      if (all >= perMinute * 20 || count > perMinute) return Math.ceil((endsAt - now) / 1000);
      counts.set(address, count);
      all += 1;
      return 0;
    },
  };
}
