import { useId } from 'react';
import type { ReactElement } from 'react';
import styles from './field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Help below the box. */
  readonly description?: string;
  /** What is wrong with the value; marks the box as invalid. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly type?: 'text' | 'url' | 'email' | 'password';
}

/** One line of text with its label, help and fault. */
export function TextField(props: TextFieldProps): ReactElement {
  const { label, value, onChange, description, error, required = false, type = 'text' } = props;
  const id = useId();
  const helpId = `${id}-help`;
  const help = error ?? description;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.control}
        type={type}
        value={value}
        required={required}
        aria-invalid={error !== undefined}
        {...(help === undefined ? {} : { 'aria-describedby': helpId })}
        onChange={event => onChange(event.target.value)}
      />
      {help === undefined ? null : (
        <p className={styles.help} id={helpId} data-invalid={error !== undefined}>
          {help}
        </p>
      )}
    </div>
  );
}
