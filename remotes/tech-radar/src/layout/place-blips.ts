import { forceCollide, forceSimulation } from 'd3-force';
import type { Radar, RadarEntry } from '../api/radar.ts';
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

const largestRadius = 12;
const smallestRadius = 2;
const gap = 2;
const ticks = 300;

interface Body {
  x: number;
  y: number;
  readonly entry: RadarEntry;
}

/**
 * Places the blips: a seeded point in each entry's segment, then collisions are pushed apart while every blip is held in
 * its segment. The same radar gives the same layout, no two blips overlap, and blips of different segments can't meet
 * because each keeps its radius from the segment's edges. Where a segment is too full, all blips shrink until it is not.
 */
export function placeBlips(radar: Radar): RadarLayout {
  for (let blipRadius = largestRadius; ; blipRadius *= 0.92) {
    const bodies = spread(radar, blipRadius);
    if (bodies || blipRadius < smallestRadius) return { blips: bodies ?? [], blipRadius };
  }
}

function spread(radar: Radar, blipRadius: number): readonly Blip[] | undefined {
  const random = createSeededRandom();
  const groups = new Map<string, { segment: Segment; bodies: Body[] }>();
  for (const entry of radar.entries) {
    const key = `${entry.quadrant}/${entry.ring}`;
    const group = groups.get(key) ?? { segment: segmentFor(entry, radar), bodies: [] };
    groups.set(key, group);
    group.bodies.push({ entry, ...startingPoint(group.segment, random) });
  }
  for (const { segment, bodies } of groups.values()) {
    if (!settle(bodies, segment, blipRadius)) return undefined;
  }
  return [...groups.values()].flatMap(group => group.bodies).toSorted((left, right) => left.entry.number - right.entry.number)
    .map(({ x, y, entry }) => ({ x, y, entry }));
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
function settle(bodies: Body[], segment: Segment, blipRadius: number): boolean {
  const hold = () => {
    for (const body of bodies) Object.assign(body, clipToSegment(body, segment, blipRadius + gap));
  };
  hold();
  const simulation = forceSimulation(bodies)
    .velocityDecay(0.19)
    .alphaDecay(0)
    .force('collide', forceCollide(blipRadius + gap / 2).strength(0.85))
    .stop();
  for (let tick = 0; tick < ticks; tick += 1) {
    simulation.tick();
    hold();
  }
  return bodies.every((body, index) =>
    bodies.slice(index + 1).every(other => Math.hypot(body.x - other.x, body.y - other.y) >= 2 * blipRadius),
  );
}
