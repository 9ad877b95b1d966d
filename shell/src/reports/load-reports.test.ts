import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { LoadEvent } from '@portico/contracts';
import { createLoadReports } from './load-reports.ts';

const loaded: LoadEvent = { remote: 'radar', version: '1.0.0', outcome: 'loaded', ms: 80 };
const failed: LoadEvent = { remote: 'radar', version: '1.1.0', outcome: 'failed', code: 'LOADER_ENTRY_BROKEN' };

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function setUp() {
  const sent: unknown[] = [];
  const running: unknown[] = [];
  const sessions = new Set<string>();
  const kept = new Map<string, string>();
  const storage = () => ({ getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) });
  let leave = () => undefined as void;
  const fetch = (async (_url: string, init: { body: string }) => {
    const body = JSON.parse(init.body) as { events: unknown[]; running?: unknown; session: string };
    sessions.add(body.session);
    if (body.running) running.push(body.running);
    else sent.push(body.events);
  }) as never;
  const onLeave = (listener: () => void) => void (leave = listener);
  const make = () => createLoadReports({ fetch, onLeave, storage, running: () => [{ remote: 'radar', version: '1.0.0' }] });
  return { sent, running, sessions, make, leave: () => leave(), reports: make() };
}

describe('reports of loads', () => {
  test('are collected, and sent together; an error makes them go sooner', () => {
    const { sent, reports } = setUp();
    reports.report(loaded);
    jest.advanceTimersByTime(2_000);
    expect(sent).toEqual([]);
    reports.report(failed);
    jest.advanceTimersByTime(1_000);
    expect(sent).toEqual([[loaded, failed]]);
    jest.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(1);
  });

  test('are sent when the page goes away', () => {
    const { sent, leave, reports } = setUp();
    reports.report(loaded);
    leave();
    expect(sent).toEqual([[loaded]]);
  });

  test('say each hour what runs, in the name of a session that stays over reloads', () => {
    const { running, sessions, make, sent } = setUp();
    jest.advanceTimersByTime(2 * 3_600_000);
    make();
    jest.advanceTimersByTime(3_600_000);
    expect(running).toEqual(Array.from({ length: 4 }, () => [{ remote: 'radar', version: '1.0.0' }]));
    expect([sent, sessions.size, [...sessions][0]]).toEqual([[], 1, expect.stringMatching(/^[0-9a-f]{24}$/)]);
  });
});
