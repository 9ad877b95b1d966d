/** A state that a remote was brought into. Instants are milliseconds of one clock. */
export interface State {
  readonly version: string;
  readonly beganAt: number;
  /** When the change was acknowledged. */
  readonly endedAt: number;
}

/** What somebody was given. */
export interface Look {
  readonly version: string | undefined;
  readonly beganAt: number;
  readonly endedAt: number;
}

/**
 * Looks for answers that no order of the changes explains: one that misses a change which was acknowledged before it was asked
 * for, or one that shows what nobody had asked for yet. Gives a sentence for each.
 *
 * @param states - of one remote, which one after another brought about; the first was there before all looks
 */
export function findWrongLooks(states: readonly State[], looks: readonly Look[]): string[] {
  return looks.flatMap(({ version, beganAt, endedAt }) => {
    const least = Math.max(0, states.findLastIndex(state => state.endedAt < beganAt));
    const most = states.findLastIndex(state => state.beganAt <= endedAt);
    const possible = states.slice(least, most + 1).map(state => state.version);
    if (version !== undefined && possible.includes(version)) return [];
    return [`an answer from ${beganAt.toFixed(0)} to ${endedAt.toFixed(0)} gives ${version ?? 'nothing'}, expected one of ${possible.join(', ')}`];
  });
}

/** One change of a channel as the audit trail has it. */
export interface Step {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Looks for gaps in a trail, oldest first: each change begins where the one before it ended. */
export function findGaps(steps: readonly Step[]): string[] {
  return steps.flatMap(({ before }, index) => {
    const left = steps[index - 1]?.after;
    return index === 0 || before === left ? [] : [`change ${index} of the trail begins at ${before ?? 'nothing'}, the one before ended at ${left ?? 'nothing'}`];
  });
}
