import type { VersionHealth } from '@portico/contracts';
import type { LoadRow } from '../store/load-store.ts';
import { isError, isLoad } from './outcomes.ts';

const hourMs = 3600 * 1000;
const hours = 24;

/** How far back health looks, in milliseconds. */
export const healthWindowMs = hours * hourMs;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function durationsOf(rows: readonly LoadRow[]): number[] {
  return rows.flatMap(({ outcome, ms }) => (outcome === 'loaded' && ms !== undefined ? [ms] : [])).sort((left, right) => left - right);
}

function share(rows: readonly LoadRow[]): { count: number; users: number } {
  return { count: rows.length, users: new Set(rows.map(({ userHash }) => userHash)).size };
}

/** Most frequent first. */
function codesOf(rows: readonly LoadRow[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { code = 'UNKNOWN' } of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((left, right) => right.count - left.count);
}

function byHour(rows: readonly LoadRow[], now: number): VersionHealth['hours'] {
  const start = Math.floor(now / hourMs) * hourMs - (hours - 1) * hourMs;
  return Array.from({ length: hours }, (_, index) => {
    const at = start + index * hourMs;
    const own = rows.filter(({ atMs }) => atMs >= at && atMs < at + hourMs);
    const durations = durationsOf(own);
    return {
      at: new Date(at).toISOString(),
      loads: own.filter(isLoad).length,
      errors: own.filter(isError).length,
      ...(durations.length ? { p75: percentile(durations, 0.75) } : {}),
    };
  });
}

/** How one version fared, from its reports of the last 24 hours. */
export function versionHealth(version: string, rows: readonly LoadRow[], now: number): Omit<VersionHealth, 'channels'> {
  const own = rows.filter(row => row.version === version);
  const of = (outcome: LoadRow['outcome']) => own.filter(row => row.outcome === outcome);
  const [failures, renderErrors, uncaught, interfered] = [of('failed'), of('render-error'), of('uncaught'), of('interfered')];
  const loads = own.filter(isLoad);
  const durations = durationsOf(own);
  const last = own.reduce((latest, { atMs }) => Math.max(latest, atMs), 0);
  return {
    version,
    loads: share(loads),
    failures: share(failures),
    renderErrors: share(renderErrors),
    uncaught: share(uncaught),
    interfered: codesOf(interfered).map(({ code, count }) => ({ what: code, count })),
    ...(loads.length ? { errorRate: (failures.length + renderErrors.length) / loads.length } : {}),
    ...(durations.length ? { loadMs: { p50: percentile(durations, 0.5), p75: percentile(durations, 0.75) } } : {}),
    errors: codesOf([...failures, ...renderErrors, ...uncaught]),
    ...(last ? { lastSeenAt: new Date(last).toISOString() } : {}),
    hours: byHour(own, now),
  };
}
