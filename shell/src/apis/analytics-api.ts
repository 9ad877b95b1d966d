import type { AnalyticsApi, PluginInfo } from '@portico/plugin-api';

/** Name of the window event that carries each captured event: the event with `pluginId`, `version` and `path` in `detail`. */
export const analyticsEvent = 'portico:analytics';

/** Passes what users do to whoever listens on the window; nothing leaves the browser by itself. */
export function createAnalyticsApi({ pluginId, version }: PluginInfo): AnalyticsApi {
  return {
    captureEvent(event) {
      const detail = { ...event, pluginId, version, path: window.location.pathname };
      window.dispatchEvent(new CustomEvent(analyticsEvent, { detail }));
    },
  };
}
