import { beforeEach, expect, test } from '@jest/globals';
import { createOpenPages } from './open-pages.ts';

beforeEach(() => localStorage.clear());

function openPage() {
  const window = new EventTarget() as unknown as Window & EventTarget;
  return { window, pages: createOpenPages(localStorage, window) };
}

test('a page that ends in an orderly way leaves nothing behind', () => {
  const first = openPage();
  first.pages.enter(() => false);
  expect(first.pages.areOthers()).toBe(false);
  first.window.dispatchEvent(new Event('pagehide'));
  expect(openPage().pages.areOthers()).toBe(false);
});

test('one that could not say goodbye is seen by the next, and so is one that comes back', () => {
  const first = openPage();
  first.pages.enter(() => false);
  expect(openPage().pages.areOthers()).toBe(true);
  first.window.dispatchEvent(new Event('pagehide'));
  first.window.dispatchEvent(new Event('pageshow'));
  expect(openPage().pages.areOthers()).toBe(true);
});

test('one that stood still for too long is remembered, even if it ends in an orderly way', () => {
  const first = openPage();
  first.pages.enter(() => true);
  first.window.dispatchEvent(new Event('pagehide'));
  expect(openPage().pages.areOthers()).toBe(true);
});

test('one that ended long ago is forgotten', () => {
  localStorage.setItem('portico-open-page/old', String(Date.now() - 8 * 86_400_000));
  expect(openPage().pages.areOthers()).toBe(false);
  expect(localStorage).toHaveLength(0);
});
