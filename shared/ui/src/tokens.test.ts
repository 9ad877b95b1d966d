import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
type Theme = 'light' | 'dark' | 'high-contrast' | 'light with more contrast' | 'dark with more contrast';

/** The declarations of the first rule that starts with `selector`. */
function blockOf(selector: string): string {
  const start = css.indexOf(`${selector} {`);
  expect(start).toBeGreaterThan(-1);
  return css.slice(start, css.indexOf('}', start));
}

/** Colours by name; of a pair the first or the second. */
function colorsOf(block: string, member: 0 | 1): Map<string, string> {
  const declarations = block.matchAll(/--portico-color-([a-z0-9-]+): (?:light-dark\()?(#[0-9a-f]{6})(?:, (#[0-9a-f]{6}))?/g);
  return new Map([...declarations].map(([, name = '', first = '', second]) => [name, (member === 1 && second) || first]));
}

const [root, strong, high] = [':root', ":root:not([data-theme='high-contrast'])", ":root[data-theme='high-contrast']"].map(blockOf) as [
  string,
  string,
  string,
];
const themes: Record<Theme, Map<string, string>> = {
  light: colorsOf(root, 0),
  dark: colorsOf(root, 1),
  'high-contrast': colorsOf(high, 0),
  'light with more contrast': new Map([...colorsOf(root, 0), ...colorsOf(strong, 0)]),
  'dark with more contrast': new Map([...colorsOf(root, 1), ...colorsOf(strong, 1)]),
};

/** Relative luminance and contrast as in WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: Theme): number {
  const [first, second] = [one, other].map(name => {
    const color = themes[theme].get(name);
    expect(color).toBeDefined();
    return luminance(color ?? '#000000');
  });
  const [bright = 0, dim = 0] = [first ?? 0, second ?? 0].sort((left, right) => right - left);
  return (bright + 0.05) / (dim + 0.05);
}

const surfaces = ['canvas', 'surface', 'surface-raised', 'surface-sunken', 'surface-hover', 'surface-selected', 'frame'];
const meanings = ['success', 'warning', 'danger', 'info', 'neutral', 'accent'];
const series = [1, 2, 3, 4, 5, 6].map(number => `series-${number}`);

const text: [string, string][] = [
  ...surfaces.flatMap(surface => ['text', 'text-muted', 'accent'].map(name => [name, surface] as [string, string])),
  ...meanings.flatMap(name => [[name, `${name}-soft`], [name, 'surface'], [name, 'canvas']] as [string, string][]),
  ...series.flatMap(name => [[name, 'surface'], [name, 'canvas']] as [string, string][]),
  ['accent-contrast', 'accent'],
  ['accent-contrast', 'accent-hover'],
  ['accent-contrast', 'danger-strong'],
  ['frame-text', 'frame'],
  ['frame-text', 'frame-hover'],
  ['frame-active-text', 'frame-active'],
];

const themeNames = Object.keys(themes) as Theme[];

describe.each(themeNames)('the theme: %s', theme => {
  const wanted = theme === 'high-contrast' ? { text: 7, edge: 4.5 } : { text: 4.5, edge: 3 };

  test.each(text)(`%s on %s has a contrast of at least ${wanted.text}`, (name, surface) => {
    expect(contrast(name, surface, theme)).toBeGreaterThanOrEqual(wanted.text);
  });

  test.each(['canvas', 'surface', 'surface-raised', 'frame'])('edges of controls and the focus ring stand out from %s', surface => {
    expect(contrast('border-strong', surface, theme)).toBeGreaterThanOrEqual(wanted.edge);
    expect(contrast('focus', surface, theme)).toBeGreaterThanOrEqual(wanted.edge);
  });
});

describe('the high-contrast theme', () => {
  test('says a colour for each name that the other themes have', () => {
    expect([...themes['high-contrast'].keys()].sort()).toEqual([...themes.light.keys()].sort());
  });
});
