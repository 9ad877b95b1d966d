import styles from '../fallbacks/banner.module.css';

/** Everybody who reaches this portal is an admin: fine while developing, and nowhere else. */
export function DevelopmentBanner() {
  return (
    <div role="note" className={styles['banner']}>
      Development mode: everyone who reaches this portal is signed in as an administrator.
    </div>
  );
}
