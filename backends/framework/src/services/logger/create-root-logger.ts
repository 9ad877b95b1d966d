import { isatty } from 'node:tty';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { createLevelChoice, levelNumbers } from './level-overrides.ts';
import type { LevelOverride, LogLevel } from './level-overrides.ts';
import type { LoggerService, LogMeta } from './logger-service.ts';
import { formatPretty } from './pretty-line.ts';
import { createLineRedaction } from './redact-line.ts';

/** What `createRootLogger` takes. */
export interface RootLoggerOptions {
  /** Least level that is written: `debug`, `info` (default), `warn`, `error` or `silent`. */
  readonly level?: string;
  /** Fields of every line. */
  readonly meta?: Readonly<Record<string, unknown>>;
  /** Other least levels for lines whose fields fit; the first that fits counts. */
  readonly overrides?: readonly LevelOverride[];
  /** Values that never appear in a line. */
  readonly secrets?: readonly string[];
  /** Changes each line before it is written; in place of `secrets`. */
  readonly redact?: (line: string) => string;
  /** Where lines go. Default: standard output, for people when that is a terminal and as JSON otherwise. */
  readonly write?: (line: string) => void;
}

const standardOutput = 1;

function fieldsOf(meta: LogMeta | undefined): object {
  return meta instanceof Error ? { err: meta } : (meta ?? {});
}

/** True for a line that is to be written. */
type Admission = (level: LogLevel, fields: object) => boolean;

function admissionOf(base: LogLevel, overrides: readonly LevelOverride[]): Admission {
  const leastFor = createLevelChoice(overrides);
  return (level, fields) => levelNumbers[level] >= (leastFor(fields) ?? levelNumbers[base]);
}

/** @param admits - undefined where the level of the logger itself decides */
function wrap(logger: Logger, admits: Admission | undefined, bindings: object = {}): LoggerService {
  const write = (level: Exclude<LogLevel, 'silent'>, message: string, meta: LogMeta | undefined): void => {
    if (admits && !admits(level, { ...bindings, ...fieldsOf(meta), message })) return;
    logger[level](fieldsOf(meta), message);
  };
  return {
    error: (message, meta) => write('error', message, meta),
    warn: (message, meta) => write('warn', message, meta),
    info: (message, meta) => write('info', message, meta),
    debug: (message, meta) => write('debug', message, meta),
    child: meta => wrap(logger.child(meta), admits, { ...bindings, ...meta }),
  };
}

function destinationFor(write: RootLoggerOptions['write']): { write(line: string): void } {
  if (write) return { write };
  const output = pino.destination({ dest: standardOutput, sync: true });
  return isatty(standardOutput) ? { write: line => void output.write(formatPretty(line)) } : output;
}

/** The logger that all others of this process are children of. */
export function createRootLogger(options: RootLoggerOptions = {}): LoggerService {
  const redact = options.redact ?? createLineRedaction(options.secrets ?? []).redact;
  const { level = 'info', overrides = [], meta = null } = options;
  // Whatever an override may want has to get past the logger itself.
  const least = overrides.length > 0 ? 'debug' : level;
  const settings = { level: least, base: meta, hooks: { streamWrite: redact } };
  const admits = overrides.length > 0 ? admissionOf(level as LogLevel, overrides) : undefined;
  return wrap(pino(settings, destinationFor(options.write)), admits, meta ?? {});
}
