import type { ReactElement } from 'react';
import type { Movement } from '../api/radar.ts';
import styles from './blip-shape.module.css';

interface BlipShapeProps {
  readonly moved: Movement;
  readonly number?: number;
  /** Radius of the circle that the shape fits into. */
  readonly radius: number;
}

/** The mark of an entry round the origin: circle, triangle up (moved in) or down (moved out), star (new). */
export function BlipShape({ moved, number, radius }: BlipShapeProps): ReactElement {
  // A triangle's middle is nearer to its base than to its tip.
  const shift = moved === 1 ? 0.12 : moved === -1 ? -0.12 : 0;
  return (
    <>
      {moved === 0 ? (
        <circle className={styles.shape} r={radius * 0.86} />
      ) : (
        <path className={styles.shape} d={outline(moved, radius)} />
      )}
      {number === undefined || radius < 7 ? null : (
        <text className={styles.number} y={shift * radius} fontSize={radius * (moved === 1 || moved === -1 ? 0.7 : 0.8)}>
          {number}
        </text>
      )}
    </>
  );
}

function outline(moved: Movement, radius: number): string {
  if (moved === 2) {
    return polygon(Array.from({ length: 16 }, (_, index) => [index * 22.5 - 90, index % 2 === 0 ? radius : radius * 0.78]));
  }
  const top = moved === 1 ? -90 : 90;
  return polygon([top, top + 120, top + 240].map(angle => [angle, radius]));
}

function polygon(corners: readonly (readonly number[])[]): string {
  const points = corners.map(([angle = 0, distance = 0]) => {
    const radians = (angle * Math.PI) / 180;
    return `${(distance * Math.cos(radians)).toFixed(2)} ${(distance * Math.sin(radians)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}
