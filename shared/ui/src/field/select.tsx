import type { ReactElement } from 'react';
import { FieldHelp, RequiredMark, useControl } from './field-frame.tsx';
import type { FieldProps } from './field-frame.tsx';
import styles from './field.module.css';

/** One of the values to choose from. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** Props of `Select`. */
export interface SelectProps extends FieldProps {
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
}

/** One choice of a short list. A `value` that is not among the options is added to them, so that an address stays true. */
export function Select(props: SelectProps): ReactElement {
  const { label, labelHidden = false, value, options, onChange } = props;
  const control = useControl(props);
  const known = options.some(option => option.value === value);
  const shown = known ? options : [...options, { value, label: value }];
  return (
    <div className={styles.field}>
      <label className={labelHidden ? styles.hidden : styles.label} htmlFor={control.id}>
        {label}
        {control.required ? <RequiredMark /> : null}
      </label>
      <select {...control} className={styles.control} value={value} onChange={event => onChange(event.target.value)}>
        {shown.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldHelp {...props} id={control.id} />
    </div>
  );
}
