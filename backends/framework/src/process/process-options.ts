import { resolve } from 'node:path';
import { createError, frameworkErrors } from '@portico/errors';

/** What a backend process is told from outside. */
export interface ProcessOptions {
  /** `PORT`; goes before `backend.listen`. */
  readonly port?: number;
  /** `PORTICO_DATA_DIR`, absolute; default `.data`. */
  readonly dataDirectory: string;
  /** `PORTICO_ENV`. */
  readonly environment?: string;
  /** Each `--config <file>`. */
  readonly configFiles: readonly string[];
}

const highestPort = 65_535;

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > highestPort) throw createError(frameworkErrors.PORT_INVALID, { received: text });
  return port;
}

function readConfigFiles(args: readonly string[]): string[] {
  const files: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const inline = /^--config=(.+)$/.exec(arg)?.[1];
    const file = arg === '--config' ? args[++index] : inline;
    if (!file) throw createError(frameworkErrors.ARGUMENT_UNKNOWN, { received: arg });
    files.push(file);
  }
  return files;
}

/**
 * Reads arguments and environment variables.
 *
 * @param source - `args` without the program and its file, `directory` for relative names
 */
export function readProcessOptions(source: {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  directory: string;
}): ProcessOptions {
  const { PORT, PORTICO_DATA_DIR, PORTICO_ENV } = source.env;
  return {
    ...(PORT ? { port: readPort(PORT) } : {}),
    dataDirectory: resolve(source.directory, PORTICO_DATA_DIR || '.data'),
    ...(PORTICO_ENV ? { environment: PORTICO_ENV } : {}),
    configFiles: readConfigFiles(source.args),
  };
}
