import { createApiRef } from './api-ref.ts';

/** Takes errors that a plugin can't show in place. */
export interface ErrorApi {
  /** Tells the user and the operator. With `hidden` only the operator. */
  report(error: unknown, options?: { hidden?: boolean }): void;
}

/** Takes errors that can't be shown where they happen. */
export const errorApiRef = /* @__PURE__ */ createApiRef<ErrorApi>({ id: 'core.error' });
