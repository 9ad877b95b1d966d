import type { FeatureFlagsApi, LocaleApi } from '@portico/plugin-api';

function createListeners() {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: () => listeners.forEach(listener => listener()),
  };
}

/** A locale that a test sets. */
export interface FakeLocaleApi extends LocaleApi {
  setLocale(locale: string | undefined): void;
}

/** Formats as in the United States, so that a test reads the same on every machine, until the test says otherwise. */
export function createFakeLocaleApi(initial = 'en-US'): FakeLocaleApi {
  const { subscribe, tell } = createListeners();
  let locale: string | undefined = initial;
  return {
    subscribe,
    getLocale: () => locale,
    setLocale(next) {
      locale = next;
      tell();
    },
  };
}

/** Feature flags that a test sets. */
export interface FakeFeatureFlagsApi extends FeatureFlagsApi {
  set(name: string, active: boolean): void;
}

/** All flags are off until the test says otherwise. */
export function createFakeFeatureFlagsApi(initial: readonly string[] = []): FakeFeatureFlagsApi {
  const { subscribe, tell } = createListeners();
  const active = new Set(initial);
  return {
    subscribe,
    isActive: name => active.has(name),
    set(name, isActive) {
      if (isActive) active.add(name);
      else active.delete(name);
      tell();
    },
  };
}
