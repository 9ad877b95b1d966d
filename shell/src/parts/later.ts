import type * as laterChunk from './later-parts.ts';
import type * as overridesChunk from './override-parts.ts';

/** What the chunk holds. */
export type LaterParts = typeof laterChunk;

let parts: LaterParts | undefined;
let loading: Promise<LaterParts> | undefined;

/** Loads what the first paint and the sign-in page don't need; again after a failure. */
export function loadLater(): Promise<LaterParts> {
  loading ??= import(/* webpackChunkName: "later" */ './later-parts.ts').then(
    loaded => (parts = loaded),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** The same once it is there. */
export function laterParts(): LaterParts | undefined {
  return parts;
}

/** What overrides take, which hardly any session has. */
export function loadOverrides(): Promise<typeof overridesChunk> {
  return import(/* webpackChunkName: "overrides" */ './override-parts.ts');
}
