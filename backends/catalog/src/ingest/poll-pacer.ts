/** Keeps looking for changed files from taking more than a small part of the time. */
export interface PollPacer {
  isDue(now: number): boolean;
  measure(look: () => Promise<void>): Promise<void>;
}

const pausePerWork = 20;

/** After each look it pauses for a multiple of the time that the look took. `now` and `clock` are in milliseconds. */
export function createPollPacer(clock: () => number = Date.now): PollPacer {
  let dueAt = 0;
  return {
    isDue: now => now >= dueAt,
    measure: async look => {
      const begin = clock();
      try {
        await look();
      } finally {
        const end = clock();
        dueAt = end + pausePerWork * (end - begin);
      }
    },
  };
}
