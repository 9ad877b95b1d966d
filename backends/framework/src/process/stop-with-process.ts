import { constants } from 'node:os';
import { messageOf } from '@portico/errors';
import type { Backend } from '../wiring/create-backend.ts';
import { currentScope } from '../wiring/plugin-scope.ts';
import { formatFault } from './format-fault.ts';

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** A terminal and a supervisor may both pass on one and the same signal. */
const sameSignalMs = 250;
/** For what follows the stop itself: the whole stays below 10 s. */
const reserveMs = 500;

const pluginField = () => {
  const plugin = currentScope()?.pluginId;
  return plugin === undefined ? {} : { plugin };
};

/**
 * Ties a backend to its process. A signal, or the end of the supervisor, stops it with exit code 0, whatever its plugins do;
 * a second signal ends it at once. An exception that nobody caught leaves the process in an unknown state: it drains and exits
 * with 1. A rejection that nobody caught is logged and counted against its plugin.
 */
export function stopWithProcess(process: NodeJS.Process, backend: Backend, release: () => void): void {
  let exitCode: number | undefined;
  let signalledAt: number | undefined;

  async function end(code: number): Promise<void> {
    if (exitCode !== undefined) {
      exitCode = Math.max(exitCode, code);
      return;
    }
    exitCode = code;
    setTimeout(() => process.exit(exitCode), backend.stopMs + reserveMs);
    try {
      await backend.stop();
      release();
    } finally {
      process.exit(exitCode);
    }
  }

  for (const signal of signals) {
    process.on(signal, () => {
      if (signalledAt !== undefined && performance.now() - signalledAt > sameSignalMs) process.exit(128 + constants.signals[signal]);
      signalledAt ??= performance.now();
      void end(0);
    });
  }
  process.on('disconnect', () => void end(0));
  process.on('unhandledRejection', reason => {
    const field = pluginField();
    if (field.plugin !== undefined) backend.noteRejection(field.plugin, reason);
    backend.logger?.error(`A rejection was not handled: ${messageOf(reason)}`, { ...field, err: reason });
  });
  process.on('uncaughtException', fault => {
    const fields = { ...pluginField(), err: fault };
    if (backend.logger) backend.logger.error(`An exception was not caught: ${messageOf(fault)}`, fields);
    else process.stderr.write(formatFault(fault));
    void end(1);
  });
}
