const freshMs = 5_000;
/** A list older than this is not used without asking for a newer one first. */
const oldMs = 60_000;
const timeLimitMs = 2_000;

/** Sessions that ended before their tokens did. */
export interface RevokedSessions {
  has(sessionId: string | undefined): Promise<boolean>;
  /** The list has changed: the next question reads it anew. */
  outdate(): void;
}

/**
 * Reads the list of the auth plugin every 5 s while somebody asks, and at once when it is told of a change. While the list
 * can't be read, the one that is known counts: an auth plugin that is down must not sign everybody out.
 */
export function createRevokedSessions(url: () => Promise<string>): RevokedSessions {
  let known = new Set<string>();
  let etag = '';
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;
  let generation = 0;

  async function read(): Promise<void> {
    const own = (generation += 1);
    readAt = performance.now();
    try {
      const headers = etag ? { 'if-none-match': etag } : {};
      const response = await fetch(await url(), { headers, redirect: 'error', signal: AbortSignal.timeout(timeLimitMs) });
      if (response.status !== 200) return void (await response.body?.cancel());
      const { sessions } = (await response.json()) as { sessions: string[] };
      if (own !== generation) return;
      known = new Set(sessions);
      etag = response.headers.get('etag') ?? '';
    } catch {
      // The next question tries again.
    }
  }

  return {
    async has(sessionId) {
      if (sessionId === undefined) return false;
      if (known.has(sessionId)) return true;
      const age = performance.now() - readAt;
      if (age > freshMs && !reading) {
        const started = read().finally(() => reading === started && (reading = undefined));
        reading = started;
      }
      if (age > oldMs || etag === '') await reading;
      return known.has(sessionId);
    },
    outdate() {
      readAt = -Infinity;
      reading = undefined;
    },
  };
}
