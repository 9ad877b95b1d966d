import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createPageFocus } from '../layout/page-focus.ts';
import { aRemote } from '../fixtures/remotes.ts';
import { fakePortal, readyWith } from '../fixtures/render-shell.tsx';
import { askForTheRest } from './ask-for-the-rest.ts';
import type { PortalState } from './portal-state.ts';

const whole = readyWith([aRemote()]);
const outlined: PortalState = whole.kind === 'ready' ? { ...whole, snapshot: { ...whole.snapshot, outlined: true } } : whole;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function setUp(state: PortalState) {
  const portal = fakePortal(state);
  const focus = createPageFocus();
  const main = document.createElement('main');
  focus.watch(main, () => undefined);
  askForTheRest({ portal, focus });
  return { portal, main };
}

test('what else there is is asked for once the first page has its heading', async () => {
  const { portal, main } = setUp(outlined);
  await jest.advanceTimersByTimeAsync(500);
  expect(portal.calls).toEqual([]);
  main.innerHTML = '<h1>Radar</h1>';
  await jest.advanceTimersByTimeAsync(100);
  expect(portal.calls).toEqual(['look-again']);
});

test('a page that does not come does not keep it away', async () => {
  const { portal } = setUp(outlined);
  await jest.advanceTimersByTimeAsync(3_000);
  expect(portal.calls).toEqual(['look-again']);
});

test('nothing is asked when everything is known, from the beginning or by now', async () => {
  const { portal, main } = setUp(outlined);
  portal.become(whole);
  main.innerHTML = '<h1>Radar</h1>';
  const other = setUp(whole);
  await jest.advanceTimersByTimeAsync(10_000);
  expect([...portal.calls, ...other.portal.calls]).toEqual([]);
});
