import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import styles from './field.module.css';

/** What every form control takes beside its value. */
export interface FieldProps {
  readonly label: string;
  /** Help below the control. */
  readonly description?: string;
  /** What is wrong with the value, in place of the help; marks the control as invalid. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** The element's id, by which an ErrorSummary leads to it. */
  readonly id?: string;
}

/** The attributes of a control that its frame gives it. */
export interface ControlAttributes {
  readonly id: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby'?: string;
}

/** Hook: ids and states that tie a control to its label, help and fault. */
export function useControl({ id: givenId, description, error, required = false, disabled = false }: FieldProps): ControlAttributes {
  const ownId = useId();
  const id = givenId ?? ownId;
  const helped = (error ?? description) !== undefined;
  return { id, required, disabled, 'aria-invalid': error !== undefined, ...(helped ? { 'aria-describedby': `${id}-help` } : {}) };
}

/** The label above a control; required ones bear a mark that screen readers skip, since the control says it. */
export function FieldLabel({ control, children }: { readonly control: ControlAttributes; readonly children: ReactNode }): ReactElement {
  return (
    <label className={styles.label} htmlFor={control.id}>
      {children}
      {control.required ? <RequiredMark /> : null}
    </label>
  );
}

/** The mark of a field that has to be filled in. */
export function RequiredMark(): ReactElement {
  return (
    <span className={styles.required} aria-hidden="true">
      {' *'}
    </span>
  );
}

/** The help or the fault below a control. */
export function FieldHelp({ id, description, error }: { readonly id: string } & Pick<FieldProps, 'description' | 'error'>): ReactElement | null {
  const help = error ?? description;
  if (help === undefined) return null;
  return (
    <p className={styles.help} id={`${id}-help`} data-invalid={error !== undefined}>
      {help}
    </p>
  );
}
