import type { ReactElement } from 'react';
import type { Blip } from '../../layout/place-blips.ts';
import styles from './radar-plot.module.css';

interface BlipBubbleProps {
  readonly blip: Blip;
  readonly radius: number;
  /** Half of the drawing's width, which the bubble does not leave. */
  readonly limit: number;
}

// SVG can't measure text before it is drawn; this is the width of an average letter of the system fonts at 14 units.
const letterWidth = 7.6;
const height = 26;

/** The title above the blip that is pointed at. Links already say it to screen readers. */
export function BlipBubble({ blip, radius, limit }: BlipBubbleProps): ReactElement {
  const { title } = blip.entry;
  const width = Math.min(title.length * letterWidth + 20, 2 * limit);
  const x = Math.max(-limit + width / 2, Math.min(limit - width / 2, blip.x));
  const y = blip.y - radius - height / 2 - 6;
  return (
    <g className={styles.bubble} transform={`translate(${x.toFixed(2)} ${y.toFixed(2)})`} aria-hidden="true">
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={5} />
      <text>{title}</text>
    </g>
  );
}
