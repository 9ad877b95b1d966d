import styles from './banner.module.css';

/** Props of `StaleBanner`. */
export interface StaleBannerProps {
  /** ISO 8601 instant of what is shown. */
  readonly since: string;
  readonly onRetry: () => void;
}

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The registry is away, and the portal works from what it knew. */
export function StaleBanner({ since, onRetry }: StaleBannerProps) {
  return (
    <div role="status" className={styles['banner']} data-tone="warning">
      <span>
        The registry cannot be reached. Showing what was known at <time dateTime={since}>{format.format(new Date(since))}</time>.
      </span>
      <button type="button" onClick={onRetry}>
        Try now
      </button>
    </div>
  );
}
