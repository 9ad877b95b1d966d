import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--portico-color-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(match => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

/** Relative luminance and contrast as in WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const [first, second] = [one, other].map(name => {
    const pair = pairs.get(name);
    expect(pair).toBeDefined();
    return luminance(pair?.[theme] ?? '#000000');
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
  ['frame-text', 'frame'],
  ['frame-text', 'frame-hover'],
  ['frame-active-text', 'frame-active'],
];

describe.each(['light', 'dark'] as const)('the %s theme', theme => {
  test.each(text)('%s on %s has a contrast of at least 4.5', (name, surface) => {
    expect(contrast(name, surface, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['canvas', 'surface', 'surface-raised', 'frame'])('edges of controls and the focus ring stand out from %s', surface => {
    expect(contrast('border-strong', surface, theme)).toBeGreaterThanOrEqual(3);
    expect(contrast('focus', surface, theme)).toBeGreaterThanOrEqual(3);
  });
});
