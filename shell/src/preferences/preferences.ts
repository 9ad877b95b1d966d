import type { FeatureFlagsApi, LocaleApi, StorageApi } from '@portico/plugin-api';

/** A feature flag that the app team lists in `app.featureFlags`. */
export interface FeatureFlag {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  /** Whether it is on for those who have not set it. */
  readonly default?: boolean;
}

/** What a user has set for this browser, beside the look. */
export interface Preferences extends LocaleApi, FeatureFlagsApi {
  setLocale(locale: string | undefined): void;
  /** Path of the page that the portal opens with. */
  getStartPage(): string;
  setStartPage(path: string): void;
  listFlags(): readonly FeatureFlag[];
  setFlag(name: string, active: boolean): void;
}

/** What they are made from. */
export interface PreferencesSource {
  /** The values of the user. Asked for only while somebody is signed in. */
  readonly storage: () => StorageApi | undefined;
  readonly config: () => unknown;
}

const isFlag = (value: unknown): value is FeatureFlag => typeof (value as Partial<FeatureFlag> | null)?.name === 'string';

function isLocale(locale: unknown): locale is string {
  try {
    return typeof locale === 'string' && Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}

/** Makes them. Values that can't be read, or make no sense, are as if nothing was set. */
export function createPreferences({ storage, config }: PreferencesSource): Preferences {
  const listeners = new Set<() => void>();
  const get = (key: string): unknown => storage()?.get(key);
  const set = (key: string, value: unknown) => {
    if (value === undefined) storage()?.remove(key);
    else storage()?.set(key, value);
    for (const listener of [...listeners]) listener();
  };
  const listFlags = () => {
    const { app } = (config() ?? {}) as { app?: { featureFlags?: unknown } };
    return Array.isArray(app?.featureFlags) ? app.featureFlags.filter(isFlag) : [];
  };
  const setFlags = () => (get('feature-flags') ?? {}) as Readonly<Record<string, unknown>>;
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    getLocale() {
      const locale = get('locale');
      return isLocale(locale) ? locale : undefined;
    },
    setLocale: locale => set('locale', locale),
    getStartPage() {
      const path = get('start-page');
      return typeof path === 'string' && /^\/(?!\/)/.test(path) ? path : '/';
    },
    setStartPage: path => set('start-page', path === '/' ? undefined : path),
    listFlags,
    isActive(name) {
      const flag = listFlags().find(one => one.name === name);
      return Boolean(flag && (setFlags()[name] ?? flag.default));
    },
    setFlag: (name, active) => set('feature-flags', { ...setFlags(), [name]: active }),
  };
}
