import type { RemoteHealth, SnapshotRemote } from '@portico/contracts';
import type { BadgeTone } from '@portico/ui/badge';

/** How a plugin does, as the card shows it. */
export interface PluginHealth {
  readonly words: string;
  readonly tone: BadgeTone;
  /** One line; absent where nothing is known. */
  readonly detail?: string;
}

/**
 * Whether a plugin may run, and, where it may, how its version that this session gets fared in the last 24 hours.
 *
 * @param locale - for numbers, as of `useLocale`
 */
export function healthOf(remote: SnapshotRemote, health: RemoteHealth | undefined, locale?: string): PluginHealth {
  const reason = remote.reason?.message;
  if (remote.status === 'refused') return { words: 'Refused', tone: 'danger', ...(reason ? { detail: reason } : {}) };
  const usage = health?.versions.find(({ version }) => version === remote.version);
  const detail = usage ? usageOf(usage, locale) : undefined;
  const told = detail ? { detail } : {};
  if (health && usage?.errorRate !== undefined && usage.errorRate >= health.budget.errorRate) return { words: 'Failing', tone: 'danger', ...told };
  if (remote.status === 'unverified') return { words: 'Unverified', tone: 'warning', ...told, ...(reason ? { detail: reason } : {}) };
  if (usage && usage.failures.count + usage.renderErrors.count > 0) return { words: 'Some errors', tone: 'warning', ...told };
  return { words: 'Ready', tone: 'success', ...told };
}

type Usage = RemoteHealth['versions'][number];

function usageOf({ loads, failures, renderErrors, loadMs }: Usage, locale: string | undefined): string | undefined {
  const errors = failures.count + renderErrors.count;
  if (loads.count + errors === 0) return undefined;
  const counted = (count: number, noun: string) => `${count.toLocaleString(locale)} ${noun}${count === 1 ? '' : 's'}`;
  const parts = [counted(loads.count, 'load')];
  if (errors > 0) parts.push(counted(errors, 'error'));
  if (loadMs) parts.push(`${Math.round(loadMs.p75)} ms`);
  return parts.join(', ');
}
