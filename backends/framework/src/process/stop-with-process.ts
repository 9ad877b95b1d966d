import { messageOf } from '@portico/errors';
import type { Backend } from '../wiring/create-backend.ts';
import { currentScope } from '../wiring/plugin-scope.ts';
import { formatFault } from './format-fault.ts';

/**
 * Ties a backend to its process. A signal, or the end of the supervisor, stops it with exit code 0. An exception that nobody
 * caught leaves the process in an unknown state: it drains and exits with 1. A rejection that nobody caught is only logged.
 */
export function stopWithProcess(process: NodeJS.Process, backend: Backend, release: () => void): void {
  let exitCode: number | undefined;

  async function end(code: number): Promise<void> {
    if (exitCode !== undefined) {
      exitCode = Math.max(exitCode, code);
      return;
    }
    exitCode = code;
    try {
      await backend.stop();
      release();
    } finally {
      process.exit(exitCode);
    }
  }

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  process.on('disconnect', () => void end(0));
  process.on('unhandledRejection', reason => {
    const plugin = currentScope()?.pluginId;
    if (plugin !== undefined) backend.noteRejection(plugin, reason);
    const fields = { ...(plugin === undefined ? {} : { plugin }), err: reason };
    backend.logger?.error(`A rejection was not handled: ${messageOf(reason)}`, fields);
  });
  process.on('uncaughtException', fault => {
    const plugin = currentScope()?.pluginId;
    const fields = { ...(plugin === undefined ? {} : { plugin }), err: fault };
    if (backend.logger) backend.logger.error(`An exception was not caught: ${messageOf(fault)}`, fields);
    else process.stderr.write(formatFault(fault));
    void end(1);
  });
}
