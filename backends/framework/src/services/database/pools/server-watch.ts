/** A statement that a server has not answered yet. */
interface Statement {
  readonly since: number;
  /** Ends it by cutting its connection. */
  readonly cut: () => void;
}

/** One pool of connections to a watched server. */
export interface WatchedPool {
  readonly pluginId: string;
  /** Opens a new connection and closes it again: true if the server had an answer, whatever that was. Never rejects. */
  answers(): Promise<boolean>;
}

/** What all pools of a process on one database server find out together: whether it answers. */
export interface ServerWatch {
  join(pool: WatchedPool): void;
  leave(pool: WatchedPool): void;
  /** True while the server is not known to be away; where it is, asks it once more. */
  ready(): Promise<boolean>;
  /** A connection was lost or refused: looks whether that was the server itself. */
  suspect(): void;
  /** Waits for a statement. One that takes long, at a server that answers nobody else either, is cut. */
  follow<T>(statement: Promise<T>, cut: () => void): Promise<T>;
}

/** What `createServerWatch` takes. */
export interface ServerWatchOptions {
  /** Milliseconds after which a statement without an answer makes the watch ask the server for a new connection. */
  readonly patienceMs: number;
  readonly onChange: (state: { readonly away: boolean; readonly pluginIds: readonly string[] }) => void;
}

const longestPauseMs = 1_000;

/**
 * Tells a server that is away or frozen from one that works on a long statement: the one gives nobody a connection, the
 * other does. While it is away it is asked once a second, and by whoever wants a connection.
 */
export function createServerWatch({ patienceMs, onChange }: ServerWatchOptions): ServerWatch {
  const pools = new Set<WatchedPool>();
  const statements = new Set<Statement>();
  let away = false;
  let answeredAt = -Infinity;
  let looking: Promise<boolean> | undefined;
  let timer: NodeJS.Timeout | undefined;

  function tell(): void {
    onChange({ away, pluginIds: [...new Set([...pools].map(({ pluginId }) => pluginId))] });
  }

  async function look(): Promise<boolean> {
    const [pool] = pools;
    const beganAt = performance.now();
    const answered = pool === undefined || (await pool.answers());
    if (answered) answeredAt = performance.now();
    else for (const { since, cut } of statements) if (since <= beganAt) cut();
    if (answered === away) {
      away = !answered;
      tell();
    }
    return answered;
  }
  const lookOnce = () => (looking ??= look().finally(() => (looking = undefined)));

  function turn(): void {
    const [oldest] = statements;
    const waitedMs = oldest === undefined ? 0 : performance.now() - Math.max(oldest.since, answeredAt);
    if (away || waitedMs > patienceMs) void lookOnce();
  }

  return {
    join(pool) {
      pools.add(pool);
      timer ??= setInterval(turn, Math.min(patienceMs, longestPauseMs)).unref();
      if (away) tell();
    },
    leave(pool) {
      pools.delete(pool);
      if (pools.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
    // A look under way may have begun when the server was not there yet.
    ready: async () => !away || (looking !== undefined && (await looking)) || lookOnce(),
    suspect: () => void lookOnce(),
    async follow(promise, cut) {
      const statement: Statement = { since: performance.now(), cut };
      statements.add(statement);
      try {
        return await promise;
      } finally {
        statements.delete(statement);
      }
    },
  };
}
