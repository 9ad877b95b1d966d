import type { ReactElement } from 'react';
import { FieldHelp, RequiredMark, useControl } from './field-frame.tsx';
import type { FieldProps } from './field-frame.tsx';
import type { SelectOption } from './select.tsx';
import styles from './field.module.css';

/** Props of `RadioGroup`. */
export interface RadioGroupProps extends FieldProps {
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
}

/** One of a few choices, all in sight. The arrow keys move in it. */
export function RadioGroup(props: RadioGroupProps): ReactElement {
  const { label, value, options, onChange } = props;
  const { id, required, disabled, ...described } = useControl(props);
  return (
    <fieldset
      id={id}
      className={styles.group}
      role="radiogroup"
      tabIndex={-1}
      disabled={disabled}
      aria-required={required}
      {...described}
    >
      <legend className={styles.label}>
        {label}
        {required ? <RequiredMark /> : null}
      </legend>
      {options.map(option => (
        <label key={option.value} className={styles.choice}>
          <input
            type="radio"
            className={styles.mark}
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
      <FieldHelp {...props} id={id} />
    </fieldset>
  );
}
