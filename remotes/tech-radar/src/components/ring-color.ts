import type { CSSProperties } from 'react';
import type { Ring } from '../api/radar.ts';

/** Custom properties for everything that has the colour of a ring: the colour, text on it, and text in it. */
export function ringColor(ring: Ring | undefined, index: number): CSSProperties {
  if (!ring?.color) {
    const color = `var(--portico-color-series-${(index % 6) + 1})`;
    return colors(color, 'var(--portico-color-accent-contrast)', color);
  }
  // A colour of somebody's choice may be too pale for words.
  return colors(ring.color, isBright(ring.color) ? '#10141c' : '#ffffff', 'currentcolor');
}

function colors(color: string, contrast: string, text: string): CSSProperties {
  return { '--ring-color': color, '--ring-contrast': contrast, '--ring-text': text } as CSSProperties;
}

function isBright(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
  // The perceived brightness of YIQ, at which black text becomes easier to read than white.
  return (red * 299 + green * 587 + blue * 114) / 1000 > 140;
}
