import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createError, startErrors } from '@portico/errors';

/** What the portal process tells its supervisor over the IPC channel. */
export type PortalMessage =
  | { readonly type: 'ready'; readonly url: string; /** How long a stop may take. */ readonly stopMs?: number }
  | { readonly type: 'failed' };

/** How to run and what to tell. Times in milliseconds. */
export interface SuperviseOptions {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly onReady: (url: string) => void;
  readonly onRestart: (exit: string, delayMs: number) => void;
  /** First delay before a restart; doubles up to 30 s. */
  readonly firstDelayMs?: number;
  /** More than this many ends within `windowMs` stop the supervisor. */
  readonly maxEnds?: number;
  readonly windowMs?: number;
}

/** A running supervisor. `stop` ends the portal gracefully; `done` gives the exit code for this process. */
export interface Supervisor {
  readonly done: Promise<number>;
  stop(signal: NodeJS.Signals): void;
}

// A portal that stops by itself takes less; see decision 9.
const killAfterMs = 10_000;
const reserveMs = 1_000;

/**
 * Keeps one portal process up. A process that ends before it was ever ready is not restarted: its own message said why.
 * One that ends later comes back, with a delay that doubles while it keeps ending.
 */
export function supervise(options: SuperviseOptions): Supervisor {
  const { firstDelayMs = 250, maxEnds = 10, windowMs = 60_000 } = options;
  const ends: number[] = [];
  let child: ChildProcess | undefined;
  let stopping = false;
  let wasReady = false;
  let stopMs = killAfterMs;
  let timer: NodeJS.Timeout | undefined;
  const { promise: done, resolve, reject } = Promise.withResolvers<number>();

  function run(): void {
    const portal = spawn(options.command, options.arguments, {
      env: options.environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = portal;
    portal.on('message', message => {
      const told = message as PortalMessage;
      if (told.type !== 'ready') return;
      wasReady = true;
      stopMs = Math.max(killAfterMs, (told.stopMs ?? 0) + reserveMs);
      options.onReady(told.url);
    });
    portal.on('error', reject);
    portal.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (stopping) return resolve(code ?? (signal ? 1 : 0));
      if (!wasReady) return resolve(code || 1);
      comeBack(signal ?? `exit code ${code}`);
    });
  }

  function comeBack(exit: string): void {
    const now = Date.now();
    ends.push(now);
    while ((ends[0] ?? now) < now - windowMs) ends.shift();
    if (ends.length > maxEnds) {
      const parameters = { times: ends.length, seconds: windowMs / 1000, exitCode: exit };
      reject(createError(startErrors.PORTAL_ENDS_AGAIN_AND_AGAIN, parameters));
      return;
    }
    const delay = Math.min(firstDelayMs * 2 ** (ends.length - 1), 30_000);
    options.onRestart(exit, delay);
    timer = setTimeout(run, delay);
  }

  run();

  return {
    done,
    stop(signal) {
      stopping = true;
      clearTimeout(timer);
      if (!child || child.exitCode !== null || child.signalCode !== null) return resolve(0);
      child.kill(signal);
      clearTimeout(timer);
      timer = setTimeout(() => child?.kill('SIGKILL'), stopMs);
    },
  };
}
