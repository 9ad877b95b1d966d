import { createApiRef } from './api-ref.ts';

/** A short message to the user. */
export interface Notification {
  readonly message: string;
  readonly severity: 'info' | 'success' | 'warning' | 'error';
  readonly description?: string;
}

/** Tells the user something without a place of its own on the page. */
export interface NotificationApi {
  post(notification: Notification): void;
}

/** Shows the user short messages. */
export const notificationApiRef = /* @__PURE__ */ createApiRef<NotificationApi>({ id: 'core.notification' });
