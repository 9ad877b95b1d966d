import { useSyncExternalStore } from 'react';
import { Icon } from './icon.tsx';
import type { Theme } from './theme.ts';
import { chooseTheme, currentTheme, subscribeToTheme, themes } from './theme.ts';
import styles from './theme-choice.module.css';

const looks: Readonly<Record<Theme, { label: string; icon: string }>> = {
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
  system: { label: 'System', icon: 'system' },
};

/** The choice between light, dark and what the operating system says. */
export function ThemeChoice({ name }: { readonly name: string }) {
  const theme = useSyncExternalStore(subscribeToTheme, currentTheme);
  return (
    <fieldset className={styles['choice']}>
      <legend>Theme</legend>
      {themes.map(value => (
        <label key={value}>
          <input type="radio" name={name} value={value} checked={theme === value} onChange={() => chooseTheme(value)} />
          <Icon name={looks[value].icon} />
          {looks[value].label}
        </label>
      ))}
    </fieldset>
  );
}
