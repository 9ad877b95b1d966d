import { useShell } from '../layout/shell-context.ts';
import { formatInstant } from '../preferences/format-instant.ts';
import styles from './banner.module.css';

/** Props of `StaleBanner`. */
export interface StaleBannerProps {
  /** ISO 8601 instant of what is shown. */
  readonly since: string;
  readonly onRetry: () => void;
}

/** The registry is away, and the portal works from what it knew. */
export function StaleBanner({ since, onRetry }: StaleBannerProps) {
  const { preferences } = useShell();
  return (
    <div role="status" className={styles['banner']} data-tone="warning">
      <span>
        The registry cannot be reached. Showing what was known at <time dateTime={since}>{formatInstant(since, preferences.getLocale())}</time>.
      </span>
      <button type="button" onClick={onRetry}>
        Try now
      </button>
    </div>
  );
}
