import { useSyncExternalStore } from 'react';
import { subscribeToChoices } from './choices.ts';
import type { Choice } from './choices.ts';

/** Hook: what is chosen now. */
export function useChoice<T extends string>(choice: Choice<T>): T {
  return useSyncExternalStore(subscribeToChoices, choice.current);
}
