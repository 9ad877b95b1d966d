import { useSyncExternalStore } from 'react';
import { createApiRef } from './api-ref.ts';
import { useApi } from './use-api.ts';

/** Switches that the app team lists in `app.featureFlags`, and that each user sets in the settings. */
export interface FeatureFlagsApi {
  /** False also for a flag that is not listed. */
  isActive(name: string): boolean;
  /** Calls `listener` after a change. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Tells which switches are on; in a component `useFeatureFlag` is shorter. */
export const featureFlagsApiRef = /* @__PURE__ */ createApiRef<FeatureFlagsApi>({ id: 'core.feature-flags' });

/** Hook: whether a feature flag is on. */
export function useFeatureFlag(name: string): boolean {
  const { subscribe, isActive } = useApi(featureFlagsApiRef);
  return useSyncExternalStore(subscribe, () => isActive(name));
}
