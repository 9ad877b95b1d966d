import { isPorticoError, messageOf } from '@portico/errors';
import type { ErrorApi, NotificationApi, PluginInfo } from '@portico/plugin-api';

/** Name of the window event that carries each reported error: `{ error, pluginId, version }` in `detail`. */
export const errorEvent = 'portico:error';

/** Takes the errors of one plugin: to the user as a notification, to whoever listens as a window event. */
export function createErrorApi(notifications: NotificationApi, { pluginId, version }: PluginInfo): ErrorApi {
  return {
    report(error, { hidden = false } = {}) {
      window.dispatchEvent(new CustomEvent(errorEvent, { detail: { error, pluginId, version } }));
      if (hidden) return;
      const description = isPorticoError(error) ? error.fix : undefined;
      notifications.post({ severity: 'error', message: messageOf(error), ...(description ? { description } : {}) });
    },
  };
}
