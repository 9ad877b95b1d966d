import { createError, isPorticoError, messageOf, wiringErrors } from '@portico/errors';
import type { PluginGroup } from './group-features.ts';
import { createPluginRun } from './plugin-run.ts';
import type { EndableRun } from './plugin-run.ts';
import { inPluginScope } from './plugin-scope.ts';
import type { ModuleView, PluginRunner, PluginStatus } from './plugin-view.ts';
import { createRejectionCount } from './rejection-count.ts';
import type { RootParts } from './root-parts.ts';
import { startPlugin } from './start-plugin.ts';
import { moduleDelays, retryDelay } from './startup-settings.ts';
import type { StartupSettings } from './startup-settings.ts';

/** What `createInProcessPlugin` takes. */
export interface InProcessPluginOptions {
  readonly group: PluginGroup;
  readonly parts: RootParts;
  readonly settings: StartupSettings;
  readonly ownerOf: (pointId: string) => string | undefined;
}

const releaseLimitMs = 2_000;
/** Faults of how features are put together: no time heals them. */
const permanentCodes = /^(WIRING_|FRAMEWORK_(SERVICE_|MODULE_|EXTENSION_POINT_|INIT_MISSING|ROUTE_CONFLICT|MIGRATION_(UNKNOWN|DUPLICATE)))/;
const isPermanent = (thrown: unknown) => isPorticoError(thrown) && permanentCodes.test(thrown.code);

/**
 * Runs a plugin with its modules in this process. A start that fails is undone and tried again, after a delay that doubles;
 * a plugin that works without one of its modules is restarted for it, after a longer one.
 */
export function createInProcessPlugin({ group, parts, settings, ownerOf }: InProcessPluginOptions): PluginRunner {
  const { pluginId } = group.plugin;
  const { conditions, routes, hooks, services, describe } = parts;
  const logger = parts.logger.child({ plugin: pluginId });
  const rejections = createRejectionCount();
  const modules = new Map<string, ModuleView>();
  let status: PluginStatus = 'starting';
  let run: EndableRun | undefined;
  let reason: string | undefined;
  let startMs: number | undefined;
  let attempts = 0;
  let failures = 0;
  let mending = false;
  let fatal: unknown;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let retryAt: Date | undefined;
  let current: Promise<void> | undefined;

  function onModule(moduleId: string, outcome: { readonly startMs: number; readonly thrown?: unknown }): void {
    if (!('thrown' in outcome)) return void modules.set(moduleId, { status: 'ok', startMs: outcome.startMs });
    const { thrown } = outcome;
    modules.set(moduleId, { status: 'failed', startMs: outcome.startMs, reason: describe(thrown) });
    if (!isPermanent(thrown)) mending = true;
    if (settings.moduleAborts(pluginId, moduleId) && attempts === 1) {
      fatal = thrown;
      throw thrown;
    }
    logger.error(`The module ${moduleId} failed to start; its plugin goes on without it: ${messageOf(thrown)}`, { err: thrown });
  }

  /** True for a fault of the first start after which nothing may run. */
  const endsAll = (thrown: unknown) => attempts === 1 && (settings.pluginAborts(pluginId) || (fatal !== undefined && thrown === fatal));

  async function release(): Promise<void> {
    await hooks.of(pluginId).shutdown.run(releaseLimitMs);
    await run?.release(releaseLimitMs);
    hooks.reset(pluginId);
    routes.resetPlugin(pluginId);
    services.forgetRun(pluginId);
  }

  function planRetry(delayMs: number): void {
    if (stopping) return;
    clearTimeout(timer);
    retryAt = new Date(Date.now() + delayMs);
    timer = setTimeout(() => void again(), delayMs).unref();
  }

  function settle(next: PluginStatus, thrown?: unknown): void {
    status = next;
    const failed = [...modules].flatMap(([id, view]) => (view.status === 'failed' ? `${id}: ${view.reason}` : []));
    reason = thrown === undefined ? failed.join('; ') || undefined : describe(thrown);
    failures = next === 'ok' ? 0 : failures + 1;
    routes.setPluginState(pluginId, next === 'failed' ? 'failed' : 'ok');
    if (next === 'failed' && !isPermanent(thrown)) planRetry(retryDelay(settings.retry, failures));
    if (next === 'degraded' && mending) planRetry(retryDelay(moduleDelays(settings.retry), failures));
  }

  /** One start. Rejects with what the plugin threw, after everything that it took was given back. */
  async function attempt(): Promise<void> {
    attempts += 1;
    retryAt = undefined;
    mending = false;
    modules.clear();
    const started = createPluginRun(logger);
    run = started;
    const scope = { pluginId, run: started };
    const route = routes.plugin(pluginId) ?? routes.addPlugin(pluginId);
    route.scope = scope;
    const beganAt = performance.now();
    try {
      await inPluginScope(scope, async () => {
        await startPlugin({ group, services, ownerOf, onModule });
        await hooks.of(pluginId).startup.run();
      });
      startMs = Math.round(performance.now() - beganAt);
      settle([...modules.values()].some(module => module.status === 'failed') ? 'degraded' : 'ok');
    } catch (thrown) {
      startMs = Math.round(performance.now() - beganAt);
      if (!stopping) await release();
      settle('failed', thrown);
      if (!endsAll(thrown)) logger.error(`The plugin failed to start: ${messageOf(thrown)}`, { attempts, retryAt, err: thrown });
      throw thrown;
    }
  }

  /** A further start; its fault is told in the log and in the view. */
  async function again(): Promise<void> {
    clearTimeout(timer);
    if (stopping || current) return current;
    if (status === 'degraded') {
      status = 'starting';
      routes.setPluginState(pluginId, 'starting');
      await release();
    }
    current = attempt().then(
      () => logger.info('The plugin runs again', { attempts, startMs }),
      () => undefined,
    );
    await current.finally(() => (current = undefined));
  }

  return {
    pluginId,
    async start() {
      const first = attempt().finally(() => (current = undefined));
      current = first.catch(() => undefined);
      const { promise: late, reject } = Promise.withResolvers<never>();
      const parameters = { plugin: pluginId, limitMs: settings.limitMs };
      const limit = setTimeout(() => reject(createError(wiringErrors.PLUGIN_LATE, parameters)), settings.limitMs);
      try {
        await Promise.race([first, late]);
      } catch (thrown) {
        if (endsAll(thrown)) throw thrown;
        if (status !== 'starting') return;
        reason = describe(thrown);
        logger.error(reason);
      } finally {
        clearTimeout(limit);
      }
    },
    view() {
      const condition = status === 'ok' || status === 'degraded' ? conditions.of(pluginId) : undefined;
      const noted = status === 'ok' ? rejections.recent() : undefined;
      const rejected = noted === undefined ? undefined : `A rejection was not handled: ${describe(noted)}`;
      const shownReason = [condition, reason ?? rejected].filter(text => text !== undefined).join('; ') || undefined;
      return {
        status: status === 'ok' && (condition ?? rejected) !== undefined ? 'degraded' : status,
        ...(startMs === undefined ? {} : { startMs }),
        ...(shownReason === undefined ? {} : { reason: shownReason }),
        modules: Object.fromEntries(modules),
        attempts,
        ...(retryAt === undefined ? {} : { retryAt }),
        unhandledRejections: rejections.count(),
      };
    },
    async retry() {
      if (status !== 'failed' && status !== 'degraded') return false;
      await again();
      return true;
    },
    noteRejection: rejections.add,
    async stop(limitMs) {
      stopping = true;
      clearTimeout(timer);
      await hooks.of(pluginId).shutdown.run(limitMs);
    },
  };
}
