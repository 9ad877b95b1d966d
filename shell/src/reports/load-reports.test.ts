import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { LoadEvent } from '@portico/contracts';
import { createLoadReports } from './load-reports.ts';

const loaded: LoadEvent = { remote: 'radar', version: '1.0.0', outcome: 'loaded', ms: 80 };
const failed: LoadEvent = { remote: 'radar', version: '1.1.0', outcome: 'failed', code: 'LOADER_ENTRY_BROKEN' };

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function setUp() {
  const sent: unknown[] = [];
  let leave = () => undefined as void;
  const fetch = (async (_url: string, init: { body: string }) => void sent.push((JSON.parse(init.body) as { events: unknown }).events)) as never;
  return { sent, leave: () => leave(), reports: createLoadReports({ fetch, onLeave: listener => void (leave = listener) }) };
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
});
