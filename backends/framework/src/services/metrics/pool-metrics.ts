import type { Knex } from 'knex';
import type { MetricsRegistry } from './metrics-registry.ts';
import type { ObservedValue } from './metrics-service.ts';

/** What a pool of connections tells of itself. */
interface Pool {
  numUsed(): number;
  numFree(): number;
  numPendingAcquires(): number;
}

const shown = new WeakMap<MetricsRegistry, Map<string, Knex>>();

function poolOf(knex: Knex): Pool | undefined {
  // Gone after `destroy`.
  return (knex.client as { readonly pool?: Pool }).pool;
}

function valuesOf(plugin: string, knex: Knex): ObservedValue[] {
  const pool = poolOf(knex);
  if (!pool) return [];
  return [
    { labels: { plugin, state: 'used' }, value: pool.numUsed() },
    { labels: { plugin, state: 'free' }, value: pool.numFree() },
    { labels: { plugin, state: 'awaited' }, value: pool.numPendingAcquires() },
  ];
}

/** Shows how many connections the database of a plugin uses, keeps, and would need. */
export function showPool(metrics: MetricsRegistry, pluginId: string, knex: Knex): void {
  const known = shown.get(metrics);
  const databases = known ?? new Map<string, Knex>();
  databases.set(pluginId, knex);
  if (known) return;
  shown.set(metrics, databases);
  const options = { name: 'portico_database_connections', help: 'Connections of plugins to their databases', labelNames: ['plugin', 'state'] };
  metrics.observeGauge(options, () => [...databases].flatMap(([plugin, database]) => valuesOf(plugin, database)));
}
