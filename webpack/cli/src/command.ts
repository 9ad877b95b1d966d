/** What a command takes from the words of its line: `parseArgs` of Node, typed. */
export interface CommandInput {
  /** Words without a dash. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** Where a command runs. Nothing of it is read elsewhere, so that a test may make it up. */
export interface CommandContext {
  /** The folder in which it was called. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Tells how far it is, on the side: never part of the result. */
  progress(line: string): void;
  /** The Node that runs it. */
  readonly node: string;
}

/** What a command has to say. */
export interface CommandResult {
  /** For people. */
  readonly lines: readonly string[];
  /** For programs: what `--json` prints. */
  readonly data: unknown;
  /** False: the answer is no, and the exit code is 1. Default true. */
  readonly ok?: boolean;
}

/** One option of a verb. */
export interface CommandOption {
  /** A `switch` takes no value; `values` may come several times. */
  readonly type: 'value' | 'values' | 'switch';
  /** What it does, for `--help`. */
  readonly says: string;
}

/** One verb of the command line. */
export interface Command {
  /** One line for the list of verbs. */
  readonly summary: string;
  /** How it is called, without `portico`. */
  readonly usage: string;
  /** How many words it takes at most. More are refused: they were meant for something. */
  readonly mostWords: number;
  /** Its options beside `--json` and `--help`. */
  readonly options: Readonly<Record<string, CommandOption>>;
  run(input: CommandInput, context: CommandContext): Promise<CommandResult>;
}

/** Options of every command that speaks with a portal. The token comes from the environment: others see the words of a line. */
export const portalOptions = {
  portal: { type: 'value', says: 'address of the portal; PORTICO_URL or http://localhost:3000 without it' },
} as const satisfies Command['options'];
