import type { ReactElement } from 'react';
import { useLocale } from '../locale/use-locale.ts';
import styles from './charts.module.css';
import type { ChartTone } from './score-tone.ts';

/** Props of `BarCell`. */
export interface BarCellProps {
  readonly value: number;
  /** The value of a full bar: the same in all cells of a column. */
  readonly max: number;
  /** What is measured: "Builds this week". */
  readonly label: string;
  /** The value in words, with its unit; the number by default. */
  readonly text?: string;
  /** Default `accent`. */
  readonly tone?: ChartTone;
}

/** A value with a bar to compare it down a column. */
export function BarCell({ value, max, label, text, tone = 'accent' }: BarCellProps): ReactElement {
  const locale = useLocale();
  const amount = text ?? value.toLocaleString(locale);
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <span className={styles.cell} data-tone={tone}>
      <svg
        className={styles.bar}
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        role="meter"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={amount}
      >
        <rect className={styles.back} width="100" height="8" />
        <rect className={styles.fill} width={Math.round(share * 1000) / 10} height="8" />
      </svg>
      <span className={styles.amount}>{amount}</span>
    </span>
  );
}
