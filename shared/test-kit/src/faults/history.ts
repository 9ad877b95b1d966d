/** A write or read of one register that has been answered. Instants are milliseconds of one clock. */
export interface Operation {
  readonly kind: 'read' | 'write';
  readonly register: string;
  readonly beganAt: number;
  readonly endedAt: number;
  /** What was written, or what the answer showed: numbers that grow with each write of a register. */
  readonly revision: number;
}

/**
 * Looks for reads that no order of the operations explains: one that misses a write which had ended before it began, or one
 * that shows a write which nobody had begun. Gives a sentence for each.
 *
 * @param initial - revision of a register that was never written
 */
export function findStaleReads(history: readonly Operation[], initial = 0): string[] {
  const writes = Map.groupBy(history.filter(({ kind }) => kind === 'write'), ({ register }) => register);
  return history
    .filter(({ kind }) => kind === 'read')
    .flatMap(({ register, revision, beganAt, endedAt }) => {
      const own = writes.get(register) ?? [];
      const least = Math.max(initial, ...own.filter(write => write.endedAt < beganAt).map(write => write.revision));
      const most = Math.max(initial, ...own.filter(write => write.beganAt <= endedAt).map(write => write.revision));
      if (revision >= least && revision <= most) return [];
      return [`${register}: a read from ${beganAt.toFixed(0)} to ${endedAt.toFixed(0)} shows revision ${revision}, expected ${least} to ${most}`];
    });
}

/** Looks for reads that show less than a read which had ended before they began. Gives a sentence for each. */
export function findBackwardReads(reads: readonly Operation[]): string[] {
  return [...Map.groupBy(reads, ({ register }) => register)].flatMap(([register, own]) => {
    const byEnd = own.toSorted((left, right) => left.endedAt - right.endedAt);
    let ended = 0;
    let seen = 0;
    return own
      .toSorted((left, right) => left.beganAt - right.beganAt)
      .flatMap(({ beganAt, revision }) => {
        for (let read = byEnd[ended]; read && read.endedAt < beganAt; read = byEnd[ended]) {
          seen = Math.max(seen, read.revision);
          ended += 1;
        }
        return revision < seen ? [`${register}: a read that began at ${beganAt.toFixed(0)} shows revision ${revision} after one that showed ${seen}`] : [];
      });
  });
}
