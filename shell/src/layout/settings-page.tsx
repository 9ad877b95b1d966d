import { ThemeChoice } from './theme-choice.tsx';
import styles from './plain-page.module.css';

/** What a user can set for this browser. */
export function SettingsPage() {
  return (
    <div className={styles['page']}>
      <h1>Settings</h1>
      <section className={styles['panel']} aria-labelledby="settings-theme">
        <div>
          <h2 id="settings-theme">Theme</h2>
          <p className={styles['muted']}>“System” follows the operating system.</p>
        </div>
        <ThemeChoice name="settings-theme" />
      </section>
    </div>
  );
}
