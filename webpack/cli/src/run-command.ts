import { parseArgs } from 'node:util';
import { buildErrors, createError, isPorticoError, messageOf, statusOf } from '@portico/errors';
import type { Command, CommandContext, CommandInput } from './command.ts';
import { faultText } from './fault-text.ts';

/** Where the lines of a command go. */
export interface Output {
  result(text: string): void;
  problem(text: string): void;
}

/** Exit codes: what was wrong decides what a pipeline does next. */
export const exitCodes = { done: 0, refused: 1, misused: 2, unavailable: 3 } as const;

const firstServerStatus = 500;
const { VERB_UNKNOWN, OPTION_INVALID, TOKEN_MISSING, PORTAL_INVALID } = buildErrors;
const usageErrors = new Set<string>([VERB_UNKNOWN, OPTION_INVALID, TOKEN_MISSING, PORTAL_INVALID].map(({ code }) => code));

function parse(verb: string, command: Command, args: readonly string[]): CommandInput {
  const options = Object.fromEntries(
    Object.entries<'string' | 'strings' | 'boolean'>({ ...command.options, json: 'boolean', help: 'boolean' }).map(([name, type]) => [
      name,
      type === 'strings' ? { type: 'string' as const, multiple: true } : { type },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { words: positionals, options: values as CommandInput['options'] };
  } catch (cause) {
    throw createError(buildErrors.OPTION_INVALID, { reason: (cause as Error).message.split('. ')[0] ?? '', usage: command.usage || verb }, { cause });
  }
}

function help(commands: Readonly<Record<string, Command>>): string {
  const width = Math.max(...Object.keys(commands).map(verb => verb.length));
  const lines = Object.entries(commands).map(([verb, { summary }]) => `  ${verb.padEnd(width)}  ${summary}`);
  return [
    'Usage: portico <verb> [words] [options]',
    '',
    ...lines,
    '',
    'portico <verb> --help shows the options of one. Every verb takes --json.',
    'Exit codes: 0 done, 1 refused, 2 called wrongly, 3 the portal gives no answer.',
    'A portal is named by --portal or PORTICO_URL (http://localhost:3000), a token by PORTICO_TOKEN;',
    'the development token of a portal on this machine is found by itself.',
  ].join('\n');
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
}

/** Runs one line of the command line tool and gives its exit code. Never throws. */
export async function runCommand({ commands, args, context, output }: RunOptions): Promise<number> {
  const [verb = '', ...rest] = args;
  const asJson = rest.includes('--json');
  try {
    if (['', 'help', '--help', '-h'].includes(verb)) {
      output.result(help(commands));
      return verb === '' ? exitCodes.misused : exitCodes.done;
    }
    const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
    if (!command) throw createError(buildErrors.VERB_UNKNOWN, { received: verb, known: Object.keys(commands).join(', ') });
    const input = parse(verb, command, rest);
    if (input.options['help'] === true) {
      output.result(`Usage: portico ${command.usage}\n${command.summary}`);
      return exitCodes.done;
    }
    const { lines, data, ok = true } = await command.run(input, context);
    output.result(asJson ? JSON.stringify(data, null, 2) : lines.join('\n'));
    return ok ? exitCodes.done : exitCodes.refused;
  } catch (error) {
    tellFault(error, asJson, output);
    return exitCodeOf(error);
  }
}
