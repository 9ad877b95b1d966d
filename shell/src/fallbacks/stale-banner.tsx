import styles from './banner.module.css';

/** Props of `StaleBanner`. */
export interface StaleBannerProps {
  /** ISO 8601 instant of what is shown. */
  readonly since: string;
  readonly onRetry: () => void;
}

/** Made when it is wanted: to make a format takes as long as to render a page. */
const formatted = (instant: string) => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** The registry is away, and the portal works from what it knew. */
export function StaleBanner({ since, onRetry }: StaleBannerProps) {
  return (
    <div role="status" className={styles['banner']} data-tone="warning">
      <span>
        The registry cannot be reached. Showing what was known at <time dateTime={since}>{formatted(since)}</time>.
      </span>
      <button type="button" onClick={onRetry}>
        Try now
      </button>
    </div>
  );
}
