import type { Notification, NotificationApi } from '@portico/plugin-api';

/** A notification on the screen. */
export interface ShownNotification extends Notification {
  readonly key: number;
}

/** The notifications on the screen, as an external store. */
export interface Notifications extends NotificationApi {
  get(): readonly ShownNotification[];
  subscribe(listener: () => void): () => void;
  dismiss(key: number): void;
}

/** More than this would cover the page: the oldest goes. */
const most = 4;
/** Errors and warnings stay until they are dismissed; the rest has been read by then. */
const shownMs = 6_000;

/** Makes the store. The same message is not shown twice at once. */
export function createNotifications(): Notifications {
  let shown: readonly ShownNotification[] = [];
  let last = 0;
  const listeners = new Set<() => void>();
  const become = (next: readonly ShownNotification[]) => {
    shown = next;
    for (const listener of [...listeners]) listener();
  };
  const dismiss = (key: number) => become(shown.filter(notification => notification.key !== key));
  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    post(notification) {
      if (shown.some(({ message, description }) => message === notification.message && description === notification.description)) return;
      last += 1;
      const key = last;
      become([...shown, { ...notification, key }].slice(-most));
      if (notification.severity === 'info' || notification.severity === 'success') setTimeout(() => dismiss(key), shownMs);
    },
    dismiss,
  };
}
