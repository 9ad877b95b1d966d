import { useId } from 'react';
import type { ReactElement } from 'react';
import styles from './field.module.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
}

/** One choice of a short list. A `value` that is not among the options is added to them, so that an address stays true. */
export function Select({ label, labelHidden = false, value, options, onChange }: SelectProps): ReactElement {
  const id = useId();
  const known = options.some(option => option.value === value);
  const shown = known ? options : [...options, { value, label: value }];
  return (
    <div className={styles.field}>
      <label className={labelHidden ? styles.hidden : styles.label} htmlFor={id}>
        {label}
      </label>
      <select id={id} className={styles.control} value={value} onChange={event => onChange(event.target.value)}>
        {shown.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
