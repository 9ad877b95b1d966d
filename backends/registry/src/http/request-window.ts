/** Counts requests in windows of a minute: of each sender, and of all. */
export interface RequestWindow {
  /** Seconds until another one is taken; 0 where this one is. */
  take(sender: string): number;
}

const windowMs = 60_000;

/** How much is taken. */
export interface RequestWindowOptions {
  /** Of one sender. */
  readonly perMinute: number;
  /** Of all together. */
  readonly ofAll?: number;
  readonly clock?: () => number;
}

/** Makes it; it holds no more than the senders of one minute. */
export function createRequestWindow({ perMinute, ofAll = Infinity, clock = Date.now }: RequestWindowOptions): RequestWindow {
  let counts = new Map<string, number>();
  let all = 0;
  let endsAt = 0;
  return {
    take(sender) {
      const now = clock();
      if (now >= endsAt) {
        counts = new Map();
        all = 0;
        endsAt = now + windowMs;
      }
      const count = (counts.get(sender) ?? 0) + 1;
      if (all >= ofAll || count > perMinute) return Math.ceil((endsAt - now) / 1000);
      counts.set(sender, count);
      all += 1;
      return 0;
    },
  };
}
