import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createError, messageOf, wiringErrors } from '@portico/errors';
import { createForwarding } from '../http/forward-request.ts';
import { readMetricsOf } from './read-metrics.ts';
import type { EventHub } from '../services/events/event-hub.ts';
import type { PluginSettings } from '../wiring/plugin-choice.ts';
import type { PluginRunner, PluginView } from '../wiring/plugin-view.ts';
import type { RootParts } from '../wiring/root-parts.ts';
import { retryDelay } from '../wiring/startup-settings.ts';
import type { StartupSettings } from '../wiring/startup-settings.ts';
import { relayLog } from './child-log.ts';
import { watchMemory } from './memory-watch.ts';
import { isChildMessage } from './process-messages.ts';
import type { ChildMessage } from './process-messages.ts';
import { mountForwards } from './mount-forwards.ts';
import { watchLife } from './sign-of-life.ts';
import type { SpawnPlugin } from './spawn-plugin.ts';

/** What `createIsolatedPlugin` takes. */
export interface IsolatedPluginOptions {
  readonly pluginId: string;
  readonly parts: RootParts;
  readonly hub: EventHub;
  readonly startup: StartupSettings;
  readonly settings: PluginSettings;
  readonly spawn: SpawnPlugin;
  /** Where this process is reached from the child. */
  readonly homeUrl: () => Promise<string>;
}

const bytesPerMb = 1_048_576;
/** A process that stayed up this long starts anew with the shortest delay. */
const steadyMs = 60_000;
const starting: PluginView = { status: 'starting', modules: {}, attempts: 0, unhandledRejections: 0 };

/**
 * Runs a plugin in a process of its own, started anew with a growing delay whenever it ends. Requests go through this
 * process; while the child is away they are answered 503.
 */
export function createIsolatedPlugin(options: IsolatedPluginOptions): PluginRunner {
  const { pluginId, parts, hub, startup, settings } = options;
  const { metrics, routes } = parts;
  const logger = parts.logger.child({ plugin: pluginId });
  let child: ChildProcess | undefined;
  let base: string | undefined;
  let view = starting;
  let restarts = 0;
  let failures = 0;
  let startedAt = 0;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let firstSettled = Promise.withResolvers<void>();

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const target = async () => {
    if (base === undefined) throw createError(wiringErrors.PLUGIN_UNREACHABLE, { plugin: pluginId });
    return base;
  };
  const forwarding = createForwarding({ pluginId, target: async () => `${await target()}/api/${pluginId}` });
  const forwards = mountForwards({ pluginId, routes, target, logger });
  metrics.includeProcess(pluginId, () => readMetricsOf(base));
  const route = routes.plugin(pluginId) ?? routes.addPlugin(pluginId);
  route.router.use(forwarding.handler);
  // The child's keys are asked for while it still starts.
  route.early.use((request, response, next) => (base === undefined ? next() : forwarding.handler(request, response, next)));
  let receiving = false;
  hub.forward((topic, payload) => {
    if (!receiving && child?.connected) child.send({ type: 'event', topic, payload });
  });

  function show(next: PluginView): void {
    view = next;
    const route = next.status === 'failed' ? 'failed' : next.status === 'starting' ? 'starting' : 'ok';
    routes.setPluginState(pluginId, route);
    if (next.status === 'starting') return;
    firstSettled.resolve();
  }

  function receive(message: ChildMessage): void {
    switch (message.type) {
      case 'listening':
        base = `http://127.0.0.1:${message.port}`;
        break;
      case 'paths':
        forwards.mount(message);
        break;
      case 'view':
        show(message.view);
        break;
      case 'alive':
        break;
      default:
        receiving = true;
        hub.publish(message.topic, message.payload);
        receiving = false;
    }
  }

  function ended(how: string): void {
    base = undefined;
    if (stopping) return;
    failures = Date.now() - startedAt > steadyMs ? 1 : failures + 1;
    restarts += 1;
    const delayMs = retryDelay(startup.retry, failures);
    const reason = `Its process ended (${how})`;
    show({ ...view, status: 'failed', reason, retryAt: new Date(Date.now() + delayMs) });
    logger.error(`The process of the plugin ended (${how}); it starts again in ${delayMs} ms`);
    timer = setTimeout(() => void run(), delayMs);
  }

  async function run(): Promise<void> {
    startedAt = Date.now();
    const { memoryLimit } = settings;
    const heapMb = memoryLimit === undefined ? undefined : Math.max(Math.floor(memoryLimit / bytesPerMb), 1);
    const homeUrl = await options.homeUrl();
    if (stopping) return;
    const made = options.spawn({ pluginId, homeUrl }, heapMb === undefined ? {} : { heapMb });
    child = made;
    let reason: string | undefined;
    const end = (why: string) => {
      reason = why;
      made.kill('SIGKILL');
    };
    const childLogger = logger.child({ process: made.pid });
    relayLog(made.stdout, childLogger, 'info');
    relayLog(made.stderr, childLogger, 'error');
    const life = watchLife(settings.unresponsiveAfterMs, () => end(`no sign of life for ${settings.unresponsiveAfterMs} ms`));
    made.on('message', message => {
      life.seen();
      if (isChildMessage(message)) receive(message);
    });
    const endWatch =
      memoryLimit === undefined || made.pid === undefined
        ? () => undefined
        : watchMemory(made.pid, memoryLimit, bytes =>
            end(`more memory than it may hold: ${Math.round(bytes / 1e6)} MB of ${Math.round(memoryLimit / 1e6)} MB`),
          );
    const { promise: gone, resolve } = Promise.withResolvers<string>();
    made.once('error', fault => resolve(messageOf(fault)));
    made.once('exit', (code, signal) => resolve(reason ?? signal ?? `exit code ${code}`));
    void gone.then(how => {
      life.end();
      endWatch();
      if (child === made) ended(how);
    });
  }

  return {
    pluginId,
    async start() {
      firstSettled = Promise.withResolvers<void>();
      void run();
      const limit = setTimeout(firstSettled.resolve, startup.limitMs);
      await firstSettled.promise;
      clearTimeout(limit);
      if (view.status === 'failed' && startup.pluginAborts(pluginId)) {
        throw createError(wiringErrors.PLUGIN_PROCESS_ENDED, { plugin: pluginId, reason: view.reason ?? 'no reason' });
      }
    },
    view: () => ({ ...view, process: { ...(child?.pid === undefined ? {} : { pid: child.pid }), restarts } }),
    async retry() {
      if (view.status !== 'failed' || isRunning()) return false;
      clearTimeout(timer);
      show({ ...view, status: 'starting' });
      firstSettled = Promise.withResolvers<void>();
      await run();
      await firstSettled.promise;
      return true;
    },
    noteRejection: () => undefined,
    async stop(limitMs) {
      stopping = true;
      clearTimeout(timer);
      forwarding.end();
      forwards.end();
      const running = child;
      if (!running || !isRunning()) return;
      const exit = once(running, 'exit');
      running.kill('SIGTERM');
      const kill = setTimeout(() => running.kill('SIGKILL'), limitMs);
      await exit;
      clearTimeout(kill);
    },
  };
}
