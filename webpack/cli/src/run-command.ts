import { parseArgs } from 'node:util';
import { buildErrors, createError, isPorticoError, messageOf, statusOf } from '@portico/errors';
import type { Command, CommandContext, CommandInput } from './command.ts';
import { faultText } from './fault-text.ts';
import { commonOptions, helpOfVerb, helpText } from './help-text.ts';

/** Where the lines of a command go. */
export interface Output {
  result(text: string): void;
  problem(text: string): void;
}

/** Exit codes: what was wrong decides what a pipeline does next. */
export const exitCodes = { done: 0, refused: 1, misused: 2, unavailable: 3 } as const;

const firstServerStatus = 500;
/** The first that runs TypeScript: `webpack.config.ts` is. */
const oldestNode = 24;
const { VERB_UNKNOWN, OPTION_INVALID, TOKEN_MISSING, PORTAL_INVALID, NODE_TOO_OLD } = buildErrors;
const usageErrors = new Set<string>([VERB_UNKNOWN, OPTION_INVALID, TOKEN_MISSING, PORTAL_INVALID, NODE_TOO_OLD].map(({ code }) => code));

function parse(verb: string, command: Command, args: readonly string[]): CommandInput {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, ...commonOptions }).map(([name, { type }]) => [
      name,
      type === 'values' ? { type: 'string' as const, multiple: true } : { type: type === 'switch' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { words: positionals, options: values as CommandInput['options'] };
  } catch (cause) {
    throw createError(buildErrors.OPTION_INVALID, { reason: (cause as Error).message.split('. ')[0] ?? '', usage: command.usage || verb }, { cause });
  }
}

function checkWords({ words }: CommandInput, { mostWords, usage }: Command): void {
  const surplus = words[mostWords];
  if (surplus === undefined) return;
  throw createError(buildErrors.OPTION_INVALID, { reason: `the word "${surplus}", which nothing here takes`, usage });
}

function checkNode(version: string): void {
  if (Number.parseInt(version, 10) < oldestNode) throw createError(buildErrors.NODE_TOO_OLD, { expected: oldestNode, received: version });
}

function exitCodeOf(error: unknown): number {
  if (!isPorticoError(error)) return exitCodes.unavailable;
  if (usageErrors.has(error.code)) return exitCodes.misused;
  return statusOf(error.name) >= firstServerStatus ? exitCodes.unavailable : exitCodes.refused;
}

function tellFault(error: unknown, asJson: boolean, output: Output): void {
  const known = isPorticoError(error) ? error : undefined;
  if (asJson) {
    const { code, message = messageOf(error), fix, details } = known ?? {};
    output.result(JSON.stringify({ ok: false, error: { code, message, fix, details } }, null, 2));
    return;
  }
  output.problem(faultText(known ?? { message: messageOf(error) }));
}

/** What `runCommand` takes. */
export interface RunOptions {
  readonly commands: Readonly<Record<string, Command>>;
  /** The words after `portico`. */
  readonly args: readonly string[];
  readonly context: CommandContext;
  readonly output: Output;
  /** Of the Node that runs it: `24.1.0`. */
  readonly nodeVersion: string;
}

/** Runs one line of the command line tool and gives its exit code. Never throws. */
export async function runCommand({ commands, args, context, output, nodeVersion }: RunOptions): Promise<number> {
  const [verb = '', ...rest] = args;
  const asJson = rest.includes('--json');
  try {
    checkNode(nodeVersion);
    if (['', 'help', '--help', '-h'].includes(verb)) {
      output.result(helpText(commands));
      return verb === '' ? exitCodes.misused : exitCodes.done;
    }
    const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
    if (!command) throw createError(buildErrors.VERB_UNKNOWN, { received: verb, known: Object.keys(commands).join(', ') });
    const input = parse(verb, command, rest);
    if (input.options['help'] === true) {
      output.result(helpOfVerb(command));
      return exitCodes.done;
    }
    checkWords(input, command);
    const { lines, data, ok = true } = await command.run(input, context);
    output.result(asJson ? JSON.stringify(data, null, 2) : lines.join('\n'));
    return ok ? exitCodes.done : exitCodes.refused;
  } catch (error) {
    tellFault(error, asJson, output);
    return exitCodeOf(error);
  }
}
