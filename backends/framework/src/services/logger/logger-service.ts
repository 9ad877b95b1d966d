/** Further fields of a log line: plain data, or the error that it is about. */
export type LogMeta = Error | Readonly<Record<string, unknown>>;

/** Writes one line per call to standard output. Secrets of the configuration and tokens are blotted out. */
export interface LoggerService {
  error(message: string, meta?: LogMeta): void;
  warn(message: string, meta?: LogMeta): void;
  info(message: string, meta?: LogMeta): void;
  debug(message: string, meta?: LogMeta): void;
  /** A logger that adds fields to each of its lines. */
  child(meta: Readonly<Record<string, unknown>>): LoggerService;
}
