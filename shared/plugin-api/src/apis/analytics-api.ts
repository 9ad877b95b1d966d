import { createApiRef } from './api-ref.ts';

/** Something that a user did. The portal adds plugin, version and route. */
export interface AnalyticsEvent {
  /** What was done: `navigate`, `click`, `search`. */
  readonly action: string;
  /** On what: a path, the text of a link, a query. */
  readonly subject: string;
  readonly value?: number;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/** Counts what users do. */
export interface AnalyticsApi {
  captureEvent(event: AnalyticsEvent): void;
}

/** Counts what people do; scoped to the plugin that asks. */
export const analyticsApiRef = /* @__PURE__ */ createApiRef<AnalyticsApi>({ id: 'core.analytics' });
