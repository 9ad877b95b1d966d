import { describe, expect, test } from '@jest/globals';
import type { RemoteHealth, SnapshotRemote } from '@portico/contracts';
import { healthOf } from './plugin-health.ts';

const remote = (more: object = {}) => ({ id: 'radar', version: '1.0.0', title: 'Radar', navigation: [], status: 'ok', ...more }) as unknown as SnapshotRemote;

const health = (more: object): RemoteHealth => ({
  remote: 'radar',
  budget: { windowMinutes: 5, users: 5, loads: 20, errorRate: 0.1 },
  versions: [
    {
      version: '1.0.0',
      channels: ['stable'],
      loads: { count: 0, users: 0 },
      failures: { count: 0, users: 0 },
      renderErrors: { count: 0, users: 0 },
      errors: [],
      hours: [],
      ...more,
    },
  ],
});

describe('the health of a plugin', () => {
  test('is that it may run, while nobody knows more', () => {
    expect(healthOf(remote(), undefined)).toEqual({ words: 'Ready', tone: 'success' });
    for (const one of [remote(), remote({ version: '2.0.0' })]) expect(healthOf(one, health({}))).toEqual({ words: 'Ready', tone: 'success' });
  });

  test('tells how often and how fast it was loaded', () => {
    const used = health({ loads: { count: 1200, users: 40 }, loadMs: { p50: 90, p75: 141.7 } });
    expect(healthOf(remote(), used, 'en')).toEqual({ words: 'Ready', tone: 'success', detail: '1,200 loads, 142 ms' });
    expect(healthOf(remote(), used, 'de').detail).toBe('1.200 loads, 142 ms');
  });

  test('tells errors, and from the error budget on that it fails', () => {
    const some = { loads: { count: 100, users: 9 }, renderErrors: { count: 1, users: 1 }, errorRate: 0.01 };
    expect(healthOf(remote(), health(some))).toEqual({ words: 'Some errors', tone: 'warning', detail: '100 loads, 1 error' });
    expect(healthOf(remote(), health({ ...some, errorRate: 0.1 }))).toMatchObject({ words: 'Failing', tone: 'danger' });
  });

  test('is first of all whether it is refused or unverified, and why', () => {
    const reason = { code: 'X', message: 'It needs a newer portal' };
    expect(healthOf(remote({ status: 'refused', reason }), health({}))).toEqual({ words: 'Refused', tone: 'danger', detail: reason.message });
    expect(healthOf(remote({ status: 'unverified' }), health({}))).toMatchObject({ words: 'Unverified', tone: 'warning' });
  });
});
