import { describe, expect, test } from '@jest/globals';
import { buildModel } from '../model/remote-record.ts';
import type { Setting } from '../store/setting-store.ts';
import type { Seen } from '../store/sighting-store.ts';
import type { VersionHead } from '../store/version-store.ts';
import type { RetentionPolicy } from './retention-policy.ts';
import { planSweep } from './sweep-plan.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const day = 24 * 3600 * 1000;
const policy: RetentionPolicy = { previousVersions: 2, newestVersions: 1, versionsPerUser: 10, unusedDays: 30 };

/** Versions 1.0.0 to 9.0.0, the newest first; the first is `oldest` days old, each next one a day younger. */
function heads(count: number, oldest = 300): VersionHead[] {
  const head = { remote: 'radar', kind: 'published' as const, digest: 'd', bytes: 10, createdBy: 'x' };
  const at = (index: number): string => new Date(now - (oldest - index) * day).toISOString();
  return Array.from({ length: count }, (_, index) => ({ ...head, version: `${index + 1}.0.0`, createdAt: at(index) })).reverse();
}

const setting = (kind: Setting['kind'], name: string, value: object): Setting => ({ remote: 'radar', kind, name, etag: 1, value });
const channel = (name: string, version: string, previous: string[] = []): Setting =>
  setting('channel', name, { version, previous, priority: 0, movedAt: '', movedBy: '' });

interface Case {
  readonly settings?: readonly Setting[];
  readonly versions?: VersionHead[];
  readonly seen?: Readonly<Record<string, Seen>>;
  readonly pressed?: string;
}

function plan({ settings = [], versions = heads(9), seen = {}, pressed }: Case): { kept: Record<string, readonly string[]>; goes: string[] } {
  const model = buildModel(settings, versions);
  const input = { model, seen: new Map([['radar', new Map(Object.entries(seen))]]), policy, now, pressed };
  const [radar] = planSweep(input);
  const kept = Object.fromEntries((radar?.kept ?? []).map(({ head, keptBy }) => [head.version, keptBy]));
  return { kept, goes: (radar?.goes ?? []).map(({ version }) => version) };
}

describe('a sweep keeps', () => {
  test('what channels give, as many versions before as they may go back, and the newest', () => {
    const { kept, goes } = plan({ settings: [channel('stable', '6.0.0', ['5.0.0', '4.0.0', '3.0.0']), channel('canary', '8.0.0')] });
    expect(kept).toEqual({
      '9.0.0': ['among the newest'],
      '8.0.0': ['channel canary'],
      '6.0.0': ['channel stable'],
      '5.0.0': ['rollback of stable'],
      '4.0.0': ['rollback of stable'],
    });
    expect(goes).toEqual(['7.0.0', '3.0.0', '2.0.0', '1.0.0']);
  });

  test('the last good versions, not those that were taken back', () => {
    const marks = ['9.0.0', '5.0.0', '4.0.0'].map(version => setting('mark', version, { at: '', reason: 'errors' }));
    const { kept } = plan({ settings: [...marks, channel('stable', '6.0.0', ['5.0.0', '4.0.0', '3.0.0', '2.0.0', '1.0.0'])] });
    expect(Object.keys(kept).sort()).toEqual(['2.0.0', '3.0.0', '6.0.0', '8.0.0']);
  });

  test('what somebody is pinned to, what sessions run, and what a host has at the moment', () => {
    const settings = [channel('stable', '9.0.0'), setting('pin', 'user:default/ada', { version: '1.0.0' }), setting('mirror', '', { noticed: '3.0.0' })];
    const { kept } = plan({ settings, seen: { '2.0.0': { sessions: 2, lastAt: '' }, '4.0.0': { sessions: 1, lastAt: '' } } });
    expect(kept).toMatchObject({
      '1.0.0': ['pin user:default/ada'],
      '2.0.0': ['2 sessions'],
      '3.0.0': ['its host has it'],
      '4.0.0': ['1 session'],
    });
  });

  test('what is young; where room is needed, only what is used', () => {
    const versions = heads(9, 33);
    expect(plan({ versions }).goes).toEqual(['4.0.0', '3.0.0', '2.0.0', '1.0.0']);
    expect(plan({ versions, pressed: 'radar' }).goes).toHaveLength(8);
    expect(plan({ versions, pressed: 'catalog' })).toEqual({ kept: {}, goes: [] });
  });
});
