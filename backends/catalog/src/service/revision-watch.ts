const pollMs = 400;
const freshMs = 1_000;

/** Which change of the served entities this process knows of. */
export interface RevisionWatch {
  /** Undefined before the first look, and while the last look was too long ago to answer from anything kept. */
  current(): number | undefined;
  /** A change that this process made itself; true when it is the only one since the last look. */
  made(revision: number): boolean;
  end(): void;
}

/** What `createRevisionWatch` takes. */
export interface RevisionWatchOptions {
  readonly read: () => Promise<number>;
  /** Called when another replica has changed something. */
  readonly onForeignChange: (revision: number) => void;
}

/** Looks into the database every 400 ms, so that nothing that is kept is shown more than a second after its change. */
export function createRevisionWatch({ read, onForeignChange }: RevisionWatchOptions): RevisionWatch {
  let known: number | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const beganAt = performance.now();
    try {
      const revision = await read();
      const before = known;
      if (known === undefined || revision > known) known = revision;
      lookedAt = beganAt;
      if (before !== undefined && revision > before) onForeignChange(revision);
    } catch {
      // A database that is away shows in every answer; what is kept grows old meanwhile.
    }
    if (!ended) timer = setTimeout(() => void look(), pollMs).unref();
  }

  void look();
  return {
    current: () => (performance.now() - lookedAt < freshMs ? known : undefined),
    made(revision) {
      const alone = known === undefined || revision === known + 1;
      known = Math.max(revision, known ?? 0);
      return alone;
    },
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
