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

type Declarations = ReadonlyMap<string, string>;

/** What a block says of colours, by their names. */
const declarationsOf = (block: string): Declarations =>
  new Map([...block.matchAll(/--portico-color-([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));

/** The arguments of a function of CSS. */
function argumentsOf(value: string): string[] {
  const found = [''];
  let depth = 0;
  for (const sign of value.slice(value.indexOf('(') + 1, -1)) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) found.push('');
    else found[found.length - 1] += sign;
  }
  return found.map(argument => argument.trim());
}

/** Red, green and blue, 0 to 255, of what a value comes to; of a pair the first or the second. Undefined for what has no hex. */
function resolve(value: string, declarations: Declarations, member: 0 | 1): readonly number[] | undefined {
  const of = (part: string) => resolve(part, declarations, member);
  if (/^#[0-9a-f]{6}$/.test(value)) return [1, 3, 5].map(at => parseInt(value.slice(at, at + 2), 16));
  if (value.startsWith('var(--portico-color-')) return of(declarations.get(value.slice('var(--portico-color-'.length, -1)) ?? '');
  if (value.startsWith('light-dark(')) return of(argumentsOf(value)[member] ?? '');
  if (!value.startsWith('color-mix(in srgb,')) return undefined;
  const [, first = '', second = ''] = argumentsOf(value);
  const [, color = '', share = ''] = /^(.*) (\d+)%$/.exec(first) ?? [];
  const [one, other] = [of(color), of(second)];
  return one?.map((channel, at) => (channel * Number(share) + (other?.[at] ?? NaN) * (100 - Number(share))) / 100);
}

type Color = readonly number[];

function colorsOf(declarations: Declarations, member: 0 | 1): Map<string, Color> {
  return new Map([...declarations].flatMap(([name, value]) => {
    const color = resolve(value, declarations, member);
    return color ? [[name, color] as const] : [];
  }));
}

const [root, strong, high] = [':root', ":root:not([data-theme='high-contrast'])", ":root[data-theme='high-contrast']"].map(selector =>
  declarationsOf(blockOf(selector)),
) as [Declarations, Declarations, Declarations];
/** What a theme has, when another accent stands in the place of its own. */
const branded = (accent: string): Declarations => new Map([...root, ['accent', accent]]);
const themes: Record<Theme, Map<string, Color>> = {
  light: colorsOf(root, 0),
  dark: colorsOf(root, 1),
  'high-contrast': colorsOf(high, 0),
  'light with more contrast': colorsOf(new Map([...root, ...strong]), 0),
  'dark with more contrast': colorsOf(new Map([...root, ...strong]), 1),
};

/** Relative luminance and contrast as in WCAG 2.2. */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map(value => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, colors: ReadonlyMap<string, Color>): number {
  const [first, second] = [one, other].map(name => {
    const color = colors.get(name);
    expect(color).toBeDefined();
    return luminance(color ?? [0, 0, 0]);
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
    expect(contrast(name, surface, themes[theme])).toBeGreaterThanOrEqual(wanted.text);
  });

  test.each(['canvas', 'surface', 'surface-raised', 'frame'])('edges of controls and the focus ring stand out from %s', surface => {
    expect(contrast('border-strong', surface, themes[theme])).toBeGreaterThanOrEqual(wanted.edge);
    expect(contrast('focus', surface, themes[theme])).toBeGreaterThanOrEqual(wanted.edge);
  });
});

describe('the high-contrast theme', () => {
  test('says a colour for each name that the other themes have', () => {
    expect([...themes['high-contrast'].keys()].sort()).toEqual([...themes.light.keys()].sort());
  });
});

describe('an accent of the organization', () => {
  // What it stands on takes its tint, so that it is the only colour that has to be set.
  const onIts = ['accent-soft', 'surface-selected', 'frame-active'];

  test.each([
    ...['#0b7a3b', '#a1002f', '#5b21b6', '#8a4b00'].map(accent => ['light', 0, accent] as const),
    ...['#6fd49b', '#ff9fb2', '#c3a2ff', '#edbe62'].map(accent => ['dark', 1, accent] as const),
  ])('in the %s theme, of which it is member %i: %s tints what is selected, and is legible there', (theme, member, accent) => {
    const colors = colorsOf(branded(accent), member);
    for (const surface of onIts) {
      expect(colors.get(surface)).not.toEqual(themes[theme].get(surface));
      expect(contrast('text', surface, colors)).toBeGreaterThanOrEqual(4.5);
      expect(contrast('accent', surface, colors)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast('frame-active-text', 'frame-active', colors)).toBeGreaterThanOrEqual(4.5);
    expect(colors.get('focus')).toEqual(colors.get('accent'));
  });
});
