import { afterEach, expect, test } from '@jest/globals';
import { followBranding } from './brand-sheet.ts';
import { brandOf } from './branding.ts';

const withBranding = (branding: object) => ({ app: { branding } });

afterEach(() => document.head.replaceChildren());

/** jsdom can't construct style sheets: one of an element stands in. */
function fakeSheets() {
  const element = document.head.appendChild(document.createElement('style'));
  const adopted = { adoptedStyleSheets: [] as CSSStyleSheet[], querySelector: (selector: string) => document.querySelector(selector) };
  Object.assign(globalThis, { CSSStyleSheet: function Sheet() { return element.sheet; } });
  return { adopted: adopted as unknown as Document, rules: () => [...(element.sheet?.cssRules ?? [])].map(rule => rule.cssText.replaceAll(/\s+/g, ' ')) };
}

test('a logo is an address, or an address with a text', () => {
  expect(brandOf({})).toBeUndefined();
  expect(brandOf(withBranding({ logo: '/logo.svg' }))).toEqual({ logo: '/logo.svg' });
  expect(brandOf(withBranding({ logo: { url: '/logo.svg', text: '' } }))).toEqual({ logo: '/logo.svg', text: '' });
});

test('tokens override the themes that they are meant for, and follow the configuration', () => {
  const { adopted, rules } = fakeSheets();
  document.head.append(Object.assign(document.createElement('style'), { title: 'of the page' }));
  document.head.lastElementChild?.setAttribute('data-brand', '');
  let config: object = withBranding({ tokens: { 'color-accent': 'red', dark: { '--portico-color-accent': 'pink' } } });
  let changed: () => void = () => undefined;
  followBranding(adopted, { current: () => config as Record<string, unknown>, subscribe: listener => ((changed = listener), () => undefined) });
  expect(adopted.adoptedStyleSheets).toHaveLength(1);
  expect(document.querySelector('style[data-brand]')).toBeNull();
  expect(rules()[0]).toBe(":root:not([data-theme='high-contrast']) {--portico-color-accent: red;}");
  expect(rules()[1]).toBe(":root[data-theme='dark'] {--portico-color-accent: pink;}");
  expect(rules()[2]).toContain(':root:not([data-theme]) {--portico-color-accent: pink;}');
  config = withBranding({ tokens: { 'color-accent': 'blue' } });
  changed();
  expect(rules()).toEqual([":root:not([data-theme='high-contrast']) {--portico-color-accent: blue;}"]);
  config = withBranding({});
  changed();
  expect(rules()).toEqual([]);
});
