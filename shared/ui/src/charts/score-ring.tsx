import type { ReactElement } from 'react';
import styles from './charts.module.css';
import { scoreTone } from './score-tone.ts';
import type { ChartTone } from './score-tone.ts';

/** Props of `ScoreRing`. */
export interface ScoreRingProps {
  /** 0 to 100; undefined where there is none. */
  readonly score: number | undefined;
  /** What is scored: "Performance". The score itself is added for screen readers. */
  readonly label: string;
  /** Pixels. Default 40. */
  readonly size?: number;
  /** By default from the score: good from 90, middling from 50. */
  readonly tone?: ChartTone;
}

/** A score as a number in a ring that is filled as far. */
export function ScoreRing({ score, label, size = 40, tone }: ScoreRingProps): ReactElement {
  const known = score === undefined ? undefined : Math.round(Math.min(100, Math.max(0, score)));
  const text = known === undefined ? 'no score' : `${known} of 100`;
  return (
    <svg
      className={styles.chart}
      data-tone={known === undefined ? 'neutral' : (tone ?? scoreTone(known))}
      width={size}
      height={size}
      viewBox="0 0 40 40"
      role="img"
      aria-label={`${label}: ${text}`}
    >
      <circle className={styles.track} cx="20" cy="20" r="17.5" />
      {known ? (
        <circle className={styles.ring} cx="20" cy="20" r="17.5" pathLength="100" strokeDasharray={`${known} 100`} transform="rotate(-90 20 20)" />
      ) : null}
      <text className={styles.score} x="20" y="20.5" textAnchor="middle" dominantBaseline="central" aria-hidden="true">
        {known ?? '–'}
      </text>
    </svg>
  );
}
