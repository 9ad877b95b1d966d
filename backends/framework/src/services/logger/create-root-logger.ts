import { isatty } from 'node:tty';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { LoggerService, LogMeta } from './logger-service.ts';
import { formatPretty } from './pretty-line.ts';
import { createLineRedaction } from './redact-line.ts';

/** What `createRootLogger` takes. */
export interface RootLoggerOptions {
  /** Least level that is written: `debug`, `info` (default), `warn`, `error` or `silent`. */
  readonly level?: string;
  /** Values that never appear in a line. */
  readonly secrets?: readonly string[];
  /** Where lines go. Default: standard output, for people when that is a terminal and as JSON otherwise. */
  readonly write?: (line: string) => void;
}

const standardOutput = 1;

function fieldsOf(meta: LogMeta | undefined): object {
  return meta instanceof Error ? { err: meta } : (meta ?? {});
}

function wrap(logger: Logger): LoggerService {
  return {
    error: (message, meta) => logger.error(fieldsOf(meta), message),
    warn: (message, meta) => logger.warn(fieldsOf(meta), message),
    info: (message, meta) => logger.info(fieldsOf(meta), message),
    debug: (message, meta) => logger.debug(fieldsOf(meta), message),
    child: meta => wrap(logger.child(meta)),
  };
}

function destinationFor(write: RootLoggerOptions['write']): { write(line: string): void } {
  if (write) return { write };
  const output = pino.destination({ dest: standardOutput, sync: true });
  return isatty(standardOutput) ? { write: line => void output.write(formatPretty(line)) } : output;
}

/** The logger that all others of this process are children of. */
export function createRootLogger(options: RootLoggerOptions = {}): LoggerService {
  const redact = createLineRedaction(options.secrets ?? []);
  const settings = { level: options.level ?? 'info', base: null, hooks: { streamWrite: redact } };
  return wrap(pino(settings, destinationFor(options.write)));
}
