import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { fakePortal, readyWith } from '../fixtures/render-shell.tsx';
import { aRemote } from '../fixtures/remotes.ts';
import { followOverrides, takeUp } from './override-tabs.ts';

const now = Date.parse('2026-11-21T09:00:00.000Z');
const overridden = (ms: number) =>
  readyWith([aRemote({ override: { url: 'http://localhost:1/', origin: 'http://localhost:1', expiresAt: new Date(now + ms).toISOString() } })]);

class FakeChannel {
  static open: FakeChannel[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    FakeChannel.open.push(this);
  }
  postMessage(data: unknown): void {
    for (const channel of FakeChannel.open) if (channel !== this && channel.name === this.name) channel.onmessage?.({ data });
  }
  close(): void {
    FakeChannel.open = FakeChannel.open.filter(channel => channel !== this);
  }
}

beforeEach(() => {
  FakeChannel.open = [];
  Object.assign(window, { BroadcastChannel: FakeChannel });
  jest.useFakeTimers({ now });
});
afterEach(() => void jest.useRealTimers());

describe('the overrides of a session', () => {
  test('are asked for again in every tab when one has changed them', async () => {
    const [one, other] = [fakePortal(readyWith([])), fakePortal(readyWith([]))];
    const stops = [followOverrides(one), followOverrides(other)];
    await takeUp(one);
    expect(other.calls).toEqual(['look-again']);
    expect(one.calls).toContain('look-again');
    for (const stop of stops) stop();
    await takeUp(one);
    expect(other.calls).toHaveLength(1);
    expect(FakeChannel.open).toEqual([]);
  });

  test('are asked for again when their time is over', async () => {
    const portal = fakePortal(readyWith([]));
    followOverrides(portal);
    portal.become(overridden(8 * 3600_000));
    await jest.advanceTimersByTimeAsync(8 * 3600_000 - 1);
    expect(portal.calls).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(portal.calls).toEqual(['look-again']);
  });

  test('leave nothing to wait for when they were reset', async () => {
    const portal = fakePortal(overridden(60_000));
    followOverrides(portal);
    portal.become(readyWith([aRemote()]));
    await jest.advanceTimersByTimeAsync(120_000);
    expect(portal.calls).toEqual([]);
  });

  test('do without channels where the browser has none', async () => {
    Object.assign(window, { BroadcastChannel: undefined });
    const portal = fakePortal(readyWith([]));
    followOverrides(portal)();
    await takeUp(portal);
    expect(portal.calls).toEqual(['look-again']);
  });
});
