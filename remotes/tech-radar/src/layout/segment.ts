export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A piece of a ring between two angles. Angles in radians, clockwise from the right as the y axis of SVG points down. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly inner: number;
  readonly outer: number;
}

/** The radius of the whole radar, in units of the drawing. */
export const radarRadius = 400;

/** Inner and outer radius of ring `index` of `count`. The first ring takes two shares, or its blips would not fit. */
export function ringRadii(index: number, count: number): { readonly inner: number; readonly outer: number } {
  const share = radarRadius / (count + 1);
  return { inner: index === 0 ? 0 : (index + 1) * share, outer: (index + 2) * share };
}

/** The segment of a quadrant and a ring. Quadrants run clockwise, the first at the bottom right. */
export function segmentOf(place: {
  readonly quadrant: number;
  readonly quadrants: number;
  readonly ring: number;
  readonly rings: number;
}): Segment {
  const angle = (2 * Math.PI) / place.quadrants;
  return { from: place.quadrant * angle, to: (place.quadrant + 1) * angle, ...ringRadii(place.ring, place.rings) };
}

/** The nearest point inside the segment that keeps `margin` from all of its edges. */
export function clipToSegment(point: Point, segment: Segment, margin: number): Point {
  const half = (segment.to - segment.from) / 2;
  // Closer to the centre than this, both straight edges can't be `margin` away.
  const closest = half >= Math.PI / 2 ? margin : margin / Math.sin(half);
  const radius = clamp(Math.hypot(point.x, point.y), Math.max(segment.inner + margin, closest), segment.outer - margin);
  const spare = Math.asin(Math.min(1, margin / radius));
  const middle = segment.from + half;
  const turn = wrap(Math.atan2(point.y, point.x) - middle);
  const angle = middle + clamp(turn, -(half - spare), half - spare);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** True when a circle of `radius` round the point lies inside the segment, up to rounding. */
export function isInsideSegment(point: Point, segment: Segment, radius: number): boolean {
  const clipped = clipToSegment(point, segment, radius);
  return Math.hypot(clipped.x - point.x, clipped.y - point.y) < 1e-6;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(Math.max(low, high), value));
}

/** An angle as one between -pi and pi. */
function wrap(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}
