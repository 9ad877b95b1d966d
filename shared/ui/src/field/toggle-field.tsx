import type { ReactElement } from 'react';
import { FieldHelp, RequiredMark, useControl } from './field-frame.tsx';
import type { FieldProps } from './field-frame.tsx';
import styles from './field.module.css';

/** Props of `Checkbox` and `Switch`. */
export interface ToggleProps extends FieldProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no, as a part of a form that is sent later. */
export function Checkbox(props: ToggleProps): ReactElement {
  return <Toggle {...props} look="checkbox" />;
}

/** On or off, at once. */
export function Switch(props: ToggleProps): ReactElement {
  return <Toggle {...props} look="switch" />;
}

function Toggle(props: ToggleProps & { readonly look: 'checkbox' | 'switch' }): ReactElement {
  const { label, checked, onChange, look } = props;
  const control = useControl(props);
  return (
    <div className={styles.field}>
      <label className={styles.choice}>
        <input
          {...control}
          type="checkbox"
          className={look === 'switch' ? styles.switch : styles.mark}
          {...(look === 'switch' ? { role: 'switch' } : {})}
          checked={checked}
          onChange={event => onChange(event.target.checked)}
        />
        <span>
          {label}
          {control.required ? <RequiredMark /> : null}
        </span>
      </label>
      <FieldHelp {...props} id={control.id} />
    </div>
  );
}
