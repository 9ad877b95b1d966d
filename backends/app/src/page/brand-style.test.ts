import { expect, test } from '@jest/globals';
import { brandStyle } from './brand-style.ts';

test('tokens hold for all themes but the high contrast, or for the one that they are meant for', () => {
  expect(brandStyle({ 'color-accent': '#a02', dark: { '--portico-color-accent': 'rgb(255 100 120 / 90%)' } })).toBe(
    ':root:not([data-theme=high-contrast]){--portico-color-accent:#a02}' +
      ':root[data-theme=dark]{--portico-color-accent:rgb(255 100 120 / 90%)}' +
      '@media (prefers-color-scheme:dark){:root:not([data-theme]){--portico-color-accent:rgb(255 100 120 / 90%)}}',
  );
  expect(brandStyle(undefined)).toBe('');
});

test.each(['red}body{display:none', 'red;background:red', 'url(https://evil.example/)', '</style><script>', '$request_id', 'a\\b', '@import'])(
  'a value that could do more than be a value is left out: %s',
  value => {
    expect(brandStyle({ 'color-accent': value, 'color-focus': 'red' })).toBe(':root:not([data-theme=high-contrast]){--portico-color-focus:red}');
  },
);

test('a name that is no name of a property is left out', () => {
  expect(brandStyle({ 'a:b}': 'red' })).toBe('');
});
