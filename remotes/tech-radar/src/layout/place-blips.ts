import { forceCollide, forceSimulation } from 'd3-force';
import type { Radar, RadarEntry } from '../api/radar.ts';
import { besideName, coversName, ringNameBoxes } from './ring-names.ts';
import type { NameBox } from './ring-names.ts';
import { clipToSegment, segmentOf } from './segment.ts';
import type { Point, Segment } from './segment.ts';
import { createSeededRandom } from './seeded-random.ts';

export interface Blip extends Point {
  readonly entry: RadarEntry;
}

export interface RadarLayout {
  readonly blips: readonly Blip[];
  /** The radius of every blip: smaller where a segment is crowded. */
  readonly blipRadius: number;
}

const largestRadius = 15;
const smallestRadius = 2;
const gap = 2;
const ticks = 300;
/** Room that a blip would like round itself, in its own radius; the widest that fits is taken. */
const comforts = [1.8, 1.4, 1.1];

/** Circles can't cover more of a plane than pi / sqrt(12); beyond it there is no use in trying. */
const packingLimit = 0.907;
/** Movement, in units of the drawing, under which a segment has come to rest. */
const rest = 0.01;

interface Body {
  x: number;
  y: number;
  readonly entry: RadarEntry;
}

interface Group {
  readonly segment: Segment;
  readonly bodies: Body[];
  /** Names that the blips keep clear of. */
  readonly names: readonly NameBox[];
}

/**
 * Places the blips: a seeded point in each entry's segment, then collisions are pushed apart while every blip is held in
 * its segment. The same radar gives the same layout, no two blips overlap, and blips of different segments can't meet
 * because each keeps its radius from the segment's edges. Where a segment is too full, all blips shrink until it is not.
 * No blip lies over a ring's name, unless the rings are so full that there is no room beside the names at any size.
 */
export function placeBlips(radar: Radar): RadarLayout {
  const names = ringNameBoxes(radar.rings);
  return shrinkUntilPlaced(radar, names) ?? shrinkUntilPlaced(radar, []) ?? { blips: [], blipRadius: smallestRadius };
}

function shrinkUntilPlaced(radar: Radar, names: readonly NameBox[]): RadarLayout | undefined {
  for (let blipRadius = largestRadius; blipRadius >= smallestRadius; blipRadius *= 0.92) {
    const blips = spread(radar, blipRadius, names);
    if (blips) return { blips, blipRadius };
  }
  return undefined;
}

/** The places of all blips at one radius; undefined where some segment can't hold its blips. */
function spread(radar: Radar, blipRadius: number, names: readonly NameBox[]): readonly Blip[] | undefined {
  const random = createSeededRandom();
  const groups = new Map<string, Group>();
  for (const entry of radar.entries) {
    const key = `${entry.quadrant}/${entry.ring}`;
    const group = groups.get(key) ?? { segment: segmentFor(entry, radar), bodies: [], names };
    groups.set(key, group);
    group.bodies.push({ entry, ...startingPoint(group.segment, random) });
  }
  // The fullest segment first: where it is too full, the others need not be tried.
  const byFullness = [...groups.values()].sort((left, right) => fullness(right, blipRadius) - fullness(left, blipRadius));
  for (const group of byFullness) if (!settleInComfort(group, blipRadius)) return undefined;
  return byFullness
    .flatMap(group => group.bodies.map(({ x, y, entry }) => ({ x, y, entry })))
    .sort((left, right) => left.entry.number - right.entry.number);
}

/** How much of a segment's area its blips take at a radius. */
function fullness({ segment, bodies }: Group, radius: number): number {
  const area = ((segment.to - segment.from) / 2) * (segment.outer ** 2 - segment.inner ** 2);
  return (bodies.length * Math.PI * radius ** 2) / area;
}

/** Settles a segment with as much room round its blips as it has; false where they overlap even with the least. */
function settleInComfort(group: Group, blipRadius: number): boolean {
  return comforts.some(
    comfort =>
      fullness(group, blipRadius * comfort) < packingLimit && settle(group, { blipRadius, comfort }),
  );
}

function segmentFor(entry: RadarEntry, radar: Radar): Segment {
  const { quadrant, ring } = entry;
  return segmentOf({ quadrant, ring, quadrants: radar.quadrants.length, rings: radar.rings.length });
}

function startingPoint(segment: Segment, random: () => number): Point {
  const angle = segment.from + random() * (segment.to - segment.from);
  // The mean of two draws gathers the blips round the middle of the ring.
  const radius = segment.inner + ((random() + random()) / 2) * (segment.outer - segment.inner);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** Pushes the bodies apart; false when some still overlap at the end. */
function settle({ bodies, segment, names }: Group, room: { readonly blipRadius: number; readonly comfort: number }): boolean {
  const { blipRadius, comfort } = room;
  const hold = (): void => {
    for (const body of bodies) {
      const free = names.reduce<Point>((point, name) => besideName(point, blipRadius + gap, name), body);
      Object.assign(body, clipToSegment(free, segment, blipRadius + gap));
    }
  };
  hold();
  const simulation = forceSimulation(bodies)
    .velocityDecay(0.19)
    .alphaDecay(0)
    .force('collide', forceCollide(blipRadius * comfort).strength(0.85))
    .stop();
  for (let tick = 0, moved = Infinity; tick < ticks && moved > rest; tick += 1) {
    const before = bodies.map(({ x, y }) => ({ x, y }));
    simulation.tick();
    hold();
    moved = Math.max(...bodies.map(({ x, y }, index) => Math.hypot(x - (before[index]?.x ?? x), y - (before[index]?.y ?? y))));
  }
  if (bodies.some(body => names.some(name => coversName(body, blipRadius, name)))) return false;
  return bodies.every((body, index) =>
    bodies.slice(index + 1).every(other => Math.hypot(body.x - other.x, body.y - other.y) >= 2 * blipRadius),
  );
}
