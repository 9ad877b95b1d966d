import type { AnalyticsApi, AnalyticsEvent, DiscoveryApi, ErrorApi, Notification, NotificationApi } from '@portico/plugin-api';

/** Keeps what was posted. */
export interface FakeNotificationApi extends NotificationApi {
  readonly posted: readonly Notification[];
}

export function createFakeNotificationApi(): FakeNotificationApi {
  const posted: Notification[] = [];
  return { posted, post: notification => void posted.push(notification) };
}

/** Keeps what was reported. */
export interface FakeErrorApi extends ErrorApi {
  readonly reported: readonly { readonly error: unknown; readonly hidden: boolean }[];
}

export function createFakeErrorApi(): FakeErrorApi {
  const reported: { error: unknown; hidden: boolean }[] = [];
  return { reported, report: (error, options = {}) => void reported.push({ error, hidden: options.hidden ?? false }) };
}

/** Keeps what was captured. */
export interface FakeAnalyticsApi extends AnalyticsApi {
  readonly captured: readonly AnalyticsEvent[];
}

export function createFakeAnalyticsApi(): FakeAnalyticsApi {
  const captured: AnalyticsEvent[] = [];
  return { captured, captureEvent: event => void captured.push(event) };
}

/** Every backend plugin is at `<base>/api/<plugin id>`. */
export function createFakeDiscoveryApi(base = 'http://portal.test'): DiscoveryApi {
  return { getBaseUrl: async pluginId => `${base}/api/${pluginId}` };
}
