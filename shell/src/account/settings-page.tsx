import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { ChoiceGroup } from '../appearance/choice-group.tsx';
import { density } from '../appearance/choices.ts';
import { ThemeChoice } from '../appearance/theme-choice.tsx';
import { useChoice } from '../appearance/use-choice.ts';
import type { NavigationGroup } from '../layout/navigation.ts';
import { useShell } from '../layout/shell-context.ts';
import { OverrideSettings } from '../parts/shell-parts.tsx';
import { localeOptions, sampleOf } from './locale-options.ts';
import styles from './settings-page.module.css';

const densityOptions = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const;

function Setting({ title, text, children }: { readonly title: string; readonly text: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={styles['panel']}>
      <div className={styles['what']}>
        <h2>{title}</h2>
        <p className={styles['muted']}>{text}</p>
      </div>
      {children}
    </section>
  );
}

/** What a user can set for this browser. */
export function SettingsPage({ navigation }: { readonly navigation: readonly NavigationGroup[] }) {
  const { preferences } = useShell();
  const locale = useSyncExternalStore(preferences.subscribe, preferences.getLocale);
  const startPage = useSyncExternalStore(preferences.subscribe, preferences.getStartPage);
  const active = useSyncExternalStore(preferences.subscribe, () =>
    preferences.listFlags().filter(({ name }) => preferences.isActive(name)).map(({ name }) => name).join(' '),
  );
  const flags = preferences.listFlags();
  const pages = navigation.flatMap(({ entries }) => entries).filter(({ path }) => path !== '/');
  return (
    <div className={styles['page']}>
      <div>
        <h1>Settings</h1>
        <p className={styles['muted']}>They are kept in this browser, and apply at once.</p>
      </div>
      <Setting title="Theme" text="“System” follows the operating system.">
        <ThemeChoice name="settings-theme" />
      </Setting>
      <Setting title="Density" text="How much room rows and controls take.">
        <ChoiceGroup
          legend="Density"
          name="settings-density"
          options={densityOptions}
          value={useChoice(density)}
          onChange={density.choose}
        />
      </Setting>
      <Setting title="Dates and numbers" text={<>They look like this: {sampleOf(locale)}</>}>
        <fieldset className={styles['field']}>
          <legend>Dates and numbers</legend>
          <select
            aria-label="Format of dates and numbers"
            value={locale ?? ''}
            onChange={event => preferences.setLocale(event.target.value || undefined)}
          >
            <option value="">As the browser</option>
            {localeOptions(locale).map(option => (
              <option key={option.tag} value={option.tag}>
                {option.title}
              </option>
            ))}
          </select>
        </fieldset>
      </Setting>
      <Setting title="Start page" text="What the portal opens with.">
        <fieldset className={styles['field']}>
          <legend>Start page</legend>
          <select aria-label="Page" value={startPage} onChange={event => preferences.setStartPage(event.target.value)}>
            <option value="/">Home</option>
            {pages.map(({ path, title }) => (
              <option key={path} value={path}>
                {title}
              </option>
            ))}
          </select>
        </fieldset>
      </Setting>
      {flags.length > 0 && (
        <Setting title="Feature flags" text="What is being tried out. Some take effect with the next page.">
          <fieldset className={styles['flags']}>
            <legend>Feature flags</legend>
            {flags.map(({ name, title, description }) => (
              <label key={name}>
                <input
                  type="checkbox"
                  checked={active.split(' ').includes(name)}
                  onChange={event => preferences.setFlag(name, event.target.checked)}
                />
                <span>
                  {title ?? name}
                  {description && <span className={styles['muted']}> {description}</span>}
                </span>
              </label>
            ))}
          </fieldset>
        </Setting>
      )}
      <OverrideSettings />
    </div>
  );
}
