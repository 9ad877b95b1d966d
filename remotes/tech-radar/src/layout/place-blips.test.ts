import { describe, expect, test } from '@jest/globals';
import { builtInRadar } from '../api/built-in/radar-data.ts';
import { readRadar } from '../api/read-radar.ts';
import type { Radar } from '../api/radar.ts';
import { placeBlips } from './place-blips.ts';
import type { RadarLayout } from './place-blips.ts';
import { coversName, ringNameBoxes } from './ring-names.ts';
import { isInsideSegment, segmentOf } from './segment.ts';

const radar = readRadar(builtInRadar, 'the built-in radar');

/** A radar with `count` entries in every segment, or only in the first one. */
function crowded(count: number, { quadrants = 4, rings = 4, onlyFirst = false } = {}): Radar {
  const ringIds = Array.from({ length: rings }, (_, ring) => `ring-${ring}`);
  const quadrantIds = Array.from({ length: quadrants }, (_, quadrant) => `quadrant-${quadrant}`);
  const places = quadrantIds.flatMap(quadrant => ringIds.map(ringId => ({ quadrant, ringId })));
  const entries = (onlyFirst ? places.slice(0, 1) : places).flatMap(({ quadrant, ringId }) =>
    Array.from({ length: count }, (_, index) => ({
      title: `${quadrant} ${ringId} ${index}`,
      quadrant,
      timeline: [{ date: '2026-01-01', ringId }],
    })),
  );
  const named = (id: string) => ({ id, name: id });
  return readRadar({ quadrants: quadrantIds.map(named), rings: ringIds.map(named), entries }, 'a test');
}

function overlaps({ blips, blipRadius }: RadarLayout): string[] {
  return blips.flatMap((blip, index) =>
    blips
      .slice(index + 1)
      .filter(other => Math.hypot(blip.x - other.x, blip.y - other.y) < 2 * blipRadius)
      .map(other => `${blip.entry.title} and ${other.entry.title}`),
  );
}

function outside(of: Radar, { blips, blipRadius }: RadarLayout): string[] {
  const counts = { quadrants: of.quadrants.length, rings: of.rings.length };
  return blips
    .filter(blip => {
      const { quadrant, ring } = blip.entry;
      return !isInsideSegment(blip, segmentOf({ quadrant, ring, ...counts }), blipRadius);
    })
    .map(blip => blip.entry.title);
}

const cases: [string, Radar][] = [
  ['the built-in radar', radar],
  ['a radar with one entry in each segment', crowded(1)],
  ['a radar with 12 entries in each segment', crowded(12)],
  ['a radar with 60 entries in one small segment', crowded(60, { onlyFirst: true })],
  ['a radar with two quadrants and one ring', crowded(20, { quadrants: 2, rings: 1 })],
  ['a radar with seven quadrants and six rings', crowded(3, { quadrants: 7, rings: 6 })],
];

describe.each(cases)('%s', (_name, given) => {
  const layout = placeBlips(given);

  test('gets a blip for each entry, none over another', () => {
    expect(layout.blips).toHaveLength(given.entries.length);
    expect(overlaps(layout)).toEqual([]);
  });

  test('keeps each blip inside its quadrant and ring', () => {
    expect(outside(given, layout)).toEqual([]);
  });

  test('keeps the names of the rings clear', () => {
    const names = ringNameBoxes(given.rings);
    const over = layout.blips.filter(blip => names.some(name => coversName(blip, layout.blipRadius, name)));
    expect(over.map(blip => blip.entry.title)).toEqual([]);
  });
});

describe('the layout', () => {
  test('is the same for the same radar', () => {
    expect(placeBlips(readRadar(JSON.parse(JSON.stringify(builtInRadar)), 'again'))).toEqual(placeBlips(radar));
  });

  test('keeps blips at full size while they fit and shrinks them where they do not', () => {
    expect(placeBlips(radar).blipRadius).toBe(15);
    expect(placeBlips(crowded(60, { onlyFirst: true })).blipRadius).toBeLessThan(15);
  });

  test('puts the first quadrant at the bottom right and goes on clockwise', () => {
    const { blips } = placeBlips(crowded(1, { rings: 1 }));
    const sides = blips.map(blip => [blip.entry.quadrant, Math.sign(blip.x), Math.sign(blip.y)]).toSorted();
    expect(sides).toEqual([
      [0, 1, 1],
      [1, -1, 1],
      [2, -1, -1],
      [3, 1, -1],
    ]);
  });

  test('of a radar without entries is empty', () => {
    expect(placeBlips(crowded(0)).blips).toEqual([]);
  });
});
