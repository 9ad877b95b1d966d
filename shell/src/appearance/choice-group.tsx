import { Icon } from '../layout/icon.tsx';
import styles from './choice-group.module.css';

/** One of the values that can be chosen. */
export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: string;
}

/** Props of `ChoiceGroup`. */
export interface ChoiceGroupProps<T extends string> {
  /** Name of the group, for screen readers. */
  readonly legend: string;
  /** Unique on the page. */
  readonly name: string;
  readonly options: readonly ChoiceOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A few values side by side, of which one holds. */
export function ChoiceGroup<T extends string>({ legend, name, options, value, onChange }: ChoiceGroupProps<T>) {
  return (
    <fieldset className={styles['choice']}>
      <legend>{legend}</legend>
      {options.map(option => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.icon && <Icon name={option.icon} />}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
