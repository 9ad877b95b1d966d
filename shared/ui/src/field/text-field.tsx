import type { ReactElement } from 'react';
import { FieldHelp, FieldLabel, useControl } from './field-frame.tsx';
import type { FieldProps } from './field-frame.tsx';
import styles from './field.module.css';

/** Props of `TextField`. */
export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'url' | 'email' | 'password' | 'number';
  readonly placeholder?: string;
}

/** One line of text with its label, help and fault. */
export function TextField(props: TextFieldProps): ReactElement {
  const { label, value, onChange, type = 'text', placeholder } = props;
  const control = useControl(props);
  return (
    <div className={styles.field}>
      <FieldLabel control={control}>{label}</FieldLabel>
      <input
        {...control}
        className={styles.control}
        type={type}
        value={value}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={event => onChange(event.target.value)}
      />
      <FieldHelp {...props} id={control.id} />
    </div>
  );
}

/** Props of `TextArea`. */
export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines shown at first; it grows with the text where the browser can. Default 4. */
  readonly rows?: number;
}

/** Several lines of text with label, help and fault. */
export function TextArea(props: TextAreaProps): ReactElement {
  const { label, value, onChange, rows = 4 } = props;
  const control = useControl(props);
  return (
    <div className={styles.field}>
      <FieldLabel control={control}>{label}</FieldLabel>
      <textarea {...control} className={styles.control} rows={rows} value={value} onChange={event => onChange(event.target.value)} />
      <FieldHelp {...props} id={control.id} />
    </div>
  );
}
