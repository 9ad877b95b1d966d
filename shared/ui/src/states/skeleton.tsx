import type { CSSProperties, ReactElement } from 'react';
import styles from './states.module.css';

/** Props of `Skeleton`. */
export interface SkeletonProps {
  /** Number of text lines; the last of several is shorter. Default 1. */
  readonly lines?: number;
  /** CSS lengths of one block; `height` makes a box in place of a line. */
  readonly width?: string;
  readonly height?: string;
}

/** The grey shape of content that is on its way. Hidden from screen readers: put `aria-busy` on what it stands in. */
export function Skeleton({ lines = 1, width, height }: SkeletonProps): ReactElement {
  const style: CSSProperties = { ...(width ? { width } : {}), ...(height ? { height } : {}) };
  return (
    <span className={styles.skeletons} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.skeleton} style={style} />
      ))}
    </span>
  );
}
