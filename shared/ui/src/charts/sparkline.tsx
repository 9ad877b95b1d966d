import type { ReactElement } from 'react';
import styles from './charts.module.css';
import type { ChartTone } from './score-tone.ts';

/** Props of `Sparkline`. */
export interface SparklineProps {
  /** The values in their order; `null` where one is missing leaves a gap in the line. */
  readonly values: readonly (number | null)[];
  /** What the line shows, in words: "Performance over 30 days, now 92". It is all that a screen reader tells. */
  readonly label: string;
  /** Pixels. Default 96 by 28. */
  readonly width?: number;
  readonly height?: number;
  /** The ends of the scale; those of the values by default. */
  readonly min?: number;
  readonly max?: number;
  /** Default `accent`. */
  readonly tone?: ChartTone;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line small enough for a cell, with a dot at the newest value. Where values are missing: a dashed baseline. */
export function Sparkline({ values, label, width = 96, height = 28, min, max, tone = 'accent' }: SparklineProps): ReactElement {
  const known = values.filter(value => value !== null);
  const low = min ?? known.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = max ?? known.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const inset = 3;
  const point = (value: number, index: number): Point => {
    const share = high === low ? 0.5 : Math.min(1, Math.max(0, (value - low) / (high - low)));
    return {
      x: inset + (values.length < 2 ? 1 : index / (values.length - 1)) * (width - 2 * inset),
      y: height - inset - share * (height - 2 * inset),
    };
  };
  const runs: Point[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push(point(value, index));
  });
  const last = runs.flat().at(-1);
  return (
    <svg className={styles.chart} data-tone={tone} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {last ? (
        <>
          {runs.length > 1 ? <path className={styles.missing} d={`M${inset} ${height - inset}H${width - inset}`} /> : null}
          {runs.map((run, index) => (
            <g key={index}>
              {run.length > 1 ? <path className={styles.area} d={`${path(run)}V${height}H${round(run[0]?.x ?? 0)}Z`} /> : null}
              <path className={styles.line} d={run.length === 1 ? `${path(run)}h0.01` : path(run)} />
            </g>
          ))}
          <circle className={styles.dot} cx={round(last.x)} cy={round(last.y)} r="2.5" />
        </>
      ) : (
        <path className={styles.missing} d={`M${inset} ${height / 2}H${width - inset}`} />
      )}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
const path = (run: readonly Point[]) => run.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
