/** What came of one run. */
export interface SoakOutcome {
  /** Sentences about what should not have been; none where all went well. */
  readonly faults: readonly string[];
  /** What is printed beside it, by name. */
  readonly figures: Readonly<Record<string, number>>;
}

/** One thing that is done to a running system, many times. */
export interface SoakCase {
  readonly name: string;
  /** @param seed - of all that is left to chance */
  run(seed: number): Promise<SoakOutcome>;
}
