import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { LoggerService } from '../services/logger/logger-service.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';

const debugBelow = 30;
const infoBelow = 40;
const warnBelow = 50;

function levelOf(level: unknown): Level {
  const number = Number(level);
  if (number < debugBelow) return 'debug';
  if (number < infoBelow) return 'info';
  return number < warnBelow ? 'warn' : 'error';
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}

/** Writes what a child process writes into the log of this one; lines that are not of a logger at `otherwise`. */
export function relayLog(stream: Readable | null, logger: LoggerService, otherwise: Level): void {
  if (!stream) return;
  createInterface({ input: stream }).on('line', line => {
    const entry = parse(line);
    if (!entry) {
      if (line.trim() !== '') logger[otherwise](line);
      return;
    }
    const { level, time: _time, msg, ...fields } = entry;
    logger[levelOf(level)](String(msg ?? ''), fields);
  });
}
