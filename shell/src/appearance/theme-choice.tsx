import { ChoiceGroup } from './choice-group.tsx';
import { theme } from './choices.ts';
import { useChoice } from './use-choice.ts';

/** The themes as people call them. */
export const themeOptions = [
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
  { value: 'high-contrast', label: 'High contrast', icon: 'contrast' },
  { value: 'system', label: 'System', icon: 'system' },
] as const;

/** The choice of the theme. */
export function ThemeChoice({ name }: { readonly name: string }) {
  return <ChoiceGroup legend="Theme" name={name} options={themeOptions} value={useChoice(theme)} onChange={theme.choose} />;
}
