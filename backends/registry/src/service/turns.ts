/** How many tasks run at the same time. */
export interface TurnsOptions {
  readonly atATime: number;
  /** Of one owner: fewer, so that nobody holds all turns. */
  readonly ofOne: number;
}

/** Lets a number of tasks run at the same time; others wait for their turn, in the order in which they came. */
export function createTurns({ atATime, ofOne }: TurnsOptions): <T>(owner: string, task: () => Promise<T>) => Promise<T> {
  const running: string[] = [];
  const waiting: { readonly owner: string; readonly start: () => void }[] = [];
  const isFree = (owner: string): boolean => running.length < atATime && running.filter(one => one === owner).length < ofOne;

  function startNext(): void {
    const next = waiting.findIndex(({ owner }) => isFree(owner));
    if (next < 0) return;
    const [turn] = waiting.splice(next, 1);
    if (turn) running.push(turn.owner);
    turn?.start();
  }

  return async (owner, task) => {
    if (isFree(owner)) running.push(owner);
    else await new Promise<void>(start => waiting.push({ owner, start }));
    try {
      return await task();
    } finally {
      running.splice(running.indexOf(owner), 1);
      startNext();
    }
  };
}
