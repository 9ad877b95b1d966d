import type { Point } from './segment.ts';
import { ringRadii } from './segment.ts';

/** Where a ring's name stands: a box round a point on the line from the centre upward. */
export interface NameBox extends Point {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Height of the letters of a ring's name, in units of the drawing. */
export const ringNameSize = 13;

/** A wide letter of the system fonts in bold, in parts of the size: names are measured before they are drawn. */
const widestLetter = 0.66;
const padding = 3;

/** The boxes of all ring names, from the centre outward. */
export function ringNameBoxes(rings: readonly { readonly name: string }[]): readonly NameBox[] {
  return rings.map(({ name }, index) => ({
    x: 0,
    y: -(ringRadii(index, rings.length).outer - 15),
    halfWidth: (name.length * ringNameSize * widestLetter) / 2 + padding,
    halfHeight: ringNameSize / 2 + padding,
  }));
}

/** True when a circle lies over the box. */
export function coversName(center: Point, radius: number, box: NameBox): boolean {
  const across = Math.max(0, Math.abs(center.x - box.x) - box.halfWidth);
  const up = Math.max(0, Math.abs(center.y - box.y) - box.halfHeight);
  return Math.hypot(across, up) < radius;
}

/** The point itself, or where a circle lies over the box, the nearest place beside or below it. */
export function besideName(center: Point, radius: number, box: NameBox): Point {
  if (!coversName(center, radius, box)) return center;
  const side = center.x < box.x ? -1 : 1;
  const beside = box.x + side * (box.halfWidth + radius);
  const below = box.y + box.halfHeight + radius;
  return Math.abs(beside - center.x) <= below - center.y ? { x: beside, y: center.y } : { x: center.x, y: below };
}
