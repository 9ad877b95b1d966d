import type { RetentionPlan } from '@portico/contracts';
import type { VersionHead } from '../store/version-store.ts';
import { inUseMs } from './retention-policy.ts';
import type { Quota, RetentionPolicy } from './retention-policy.ts';
import type { SweepPlan } from './sweeping.ts';

/** What a report tells beside the plan. */
export interface RetentionRules {
  readonly retention: RetentionPolicy;
  readonly quota: Quota;
  readonly sweepIntervalMs: number;
}

type Listed = RetentionPlan['remotes'][number]['goes'][number];

function listed({ version, bytes, createdAt }: VersionHead): Listed {
  return { version, bytes, ...(createdAt === '' ? {} : { publishedAt: createdAt }) };
}

const sumOf = (heads: readonly VersionHead[]): number => heads.reduce((sum, { bytes }) => sum + bytes, 0);

/** A plan as `GET /retention` gives it, of all remotes or of one. */
export function retentionReport(plan: SweepPlan, { retention, quota, sweepIntervalMs }: RetentionRules, remote?: string): RetentionPlan {
  const remotes = plan.remotes.filter(one => remote === undefined || one.remote === remote);
  return {
    policy: { inUseDays: inUseMs / (24 * 3600 * 1000), ...retention, sweepMinutes: sweepIntervalMs / 60_000, mostBytes: quota.bytes, mostVersions: quota.versions },
    remotes: remotes
      .filter(({ kept, goes }) => kept.length + goes.length > 0)
      .map(({ remote: id, kept, goes }) => ({
        remote: id,
        bytes: sumOf([...kept.map(({ head }) => head), ...goes]),
        versions: kept.length + goes.length,
        kept: kept.map(({ head, keptBy }) => ({ ...listed(head), keptBy: [...keptBy] })),
        goes: goes.map(listed),
      })),
    bytes: sumOf(remotes.flatMap(({ goes }) => goes)),
    orphans: plan.orphans,
  };
}
