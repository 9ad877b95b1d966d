import { useSyncExternalStore } from 'react';
import { Icon } from './icon.tsx';
import { useShell } from './shell-context.ts';
import styles from './notification-region.module.css';

/** The notifications, in a corner; screen readers say each when it comes. */
export function NotificationRegion() {
  const { notifications } = useShell();
  const shown = useSyncExternalStore(notifications.subscribe, notifications.get);
  return (
    <section className={styles['region']} aria-label="Notifications" aria-live="polite">
      {shown.map(({ key, message, description, severity }) => (
        <div key={key} className={styles['notification']} data-severity={severity}>
          <div>
            <strong>{message}</strong>
            {description && <p>{description}</p>}
          </div>
          <button type="button" aria-label={`Dismiss: ${message}`} onClick={() => notifications.dismiss(key)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}
