import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { followGlobals } from './global-changes.ts';

type Anything = Record<string, unknown>;
const page = globalThis as unknown as Anything;
const { fetch, Promise: ownPromise } = globalThis;
const { pushState } = History.prototype;
const { setItem } = Storage.prototype;
let look: () => string[];

beforeEach(() => {
  // jsdom has none.
  page['fetch'] = async () => undefined;
  look = followGlobals();
});
afterEach(() => {
  page['fetch'] = fetch;
  page['Promise'] = ownPromise;
});

test('a page that nobody has changed is as it was', () => {
  expect(look()).toEqual([]);
});

test('what replaces the ways to the portal and to the address is named once, and taken back', () => {
  const before = page['fetch'];
  page['fetch'] = () => undefined;
  history.pushState = () => undefined;
  History.prototype.replaceState = () => undefined;
  Storage.prototype.setItem = () => undefined;
  expect(look()).toEqual(['window.fetch', 'history.pushState', 'Storage.prototype.setItem', 'History.prototype.replaceState']);
  expect([page['fetch'], history.pushState, Storage.prototype.setItem]).toEqual([before, pushState, setItem]);
  expect(Object.hasOwn(history, 'pushState')).toBe(false);
  expect(look()).toEqual([]);
});

test('what is added to all objects is named and taken away again', () => {
  Object.assign(Object.prototype, { isAdmin: true });
  expect(look()).toEqual(['Object.prototype.isAdmin']);
  expect(({} as Anything)['isAdmin']).toBeUndefined();
});

test('what a framework puts in the place of the browser\'s own is named and left', () => {
  class FollowedPromise<T> extends Promise<T> {}
  page['Promise'] = FollowedPromise;
  Object.defineProperty(Array.prototype, 'last', { value: () => undefined, configurable: true });
  expect(look()).toEqual(['window.Promise', 'Array.prototype.last']);
  expect(page['Promise']).toBe(FollowedPromise);
  expect(look()).toEqual([]);
  Reflect.deleteProperty(Array.prototype, 'last');
});
