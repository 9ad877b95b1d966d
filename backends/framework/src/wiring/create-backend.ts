import { createError, frameworkErrors } from '@portico/errors';
import type { LoggerService } from '../services/logger/logger-service.ts';
import type { BackendOptions } from './backend-options.ts';
import { createBackendRun } from './backend-run.ts';
import type { BackendRun } from './backend-run.ts';
import type { FeatureSource } from './load-features.ts';
import type { StartResult } from './start-result.ts';

/** A process full of plugins. Has no function of its own. */
export interface Backend {
  /**
   * Before the start. Takes a plugin, a module, a feature loader or a service factory, and `import('...')` of a package whose
   * default export is one of them, so that packages load side by side.
   */
  add(feature: FeatureSource): void;
  /**
   * Listens, then starts all plugins at once. A plugin that fails is part of the result and does not take others down.
   *
   * @throws FRAMEWORK_PORT_IN_USE, FRAMEWORK_LISTEN_FAILED, and the faults of wiring
   */
  start(): Promise<StartResult>;
  /** Health says 503, answers under way are finished, then plugin and root hooks run; may be called twice. */
  stop(): Promise<void>;
  /** Milliseconds that `stop` takes at most: 9 s, and `backend.lifecycle.serverShutdownDelay`. */
  readonly stopMs: number;
  /** For faults of the process itself. Known once `start` has been called. */
  readonly logger: LoggerService | undefined;
  /** Counts a rejection that nobody handled against the plugin that it came from, which then shows as degraded. */
  noteRejection(pluginId: string, reason: unknown): void;
}

/** Makes a backend; see `BackendOptions`. */
export function createBackend(options: BackendOptions): Backend {
  const sources: FeatureSource[] = [...(options.features ?? [])];
  let run: BackendRun | undefined;
  return {
    add(feature) {
      if (run) throw createError(frameworkErrors.BACKEND_STARTED);
      sources.push(feature);
      // The fault is told by start(); until then it must not count as an unhandled rejection.
      if (feature instanceof Promise) feature.catch(() => undefined);
    },
    async start() {
      if (run) throw createError(frameworkErrors.BACKEND_STARTED);
      run = createBackendRun(options, sources);
      try {
        return await run.start();
      } catch (fault) {
        await run.stop();
        throw fault;
      }
    },
    async stop() {
      await run?.stop();
    },
    noteRejection: (pluginId, reason) => run?.noteRejection(pluginId, reason),
    get stopMs() {
      return run?.stopMs() ?? 0;
    },
    get logger() {
      return run?.logger();
    },
  };
}
