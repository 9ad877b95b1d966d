import { createContext, useRef, type Ref, type RefObject } from 'react';

// Stands in for what react-router's links do in framework mode: preloading the modules of a route. A portal has no
// route modules. The names and what they give are those that the links ask for outside of framework mode.

export const FrameworkContext = createContext<undefined>(undefined);

export function PrefetchPageLinks(): null {
  return null;
}

export function usePrefetchBehavior(): [false, RefObject<HTMLAnchorElement | null>, Record<string, never>] {
  return [false, useRef<HTMLAnchorElement | null>(null), {}];
}

export function mergeRefs<T>(...references: (Ref<T> | undefined)[]): (value: T | null) => void {
  return value => {
    for (const reference of references) {
      if (typeof reference === 'function') reference(value);
      else if (reference) reference.current = value;
    }
  };
}
