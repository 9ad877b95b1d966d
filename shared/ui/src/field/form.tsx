import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import styles from './field.module.css';

/** A fault of one control. */
export interface FieldError {
  /** The control's `id`. */
  readonly fieldId: string;
  readonly message: string;
}

/** Props of `Form`. */
export interface FormProps {
  /** Names the form for screen readers. */
  readonly label: string;
  /** Looks at all values when the form is sent: an empty list lets it go. */
  readonly validate: () => readonly FieldError[];
  /** The faults found at the last try to send; give each control its own as `error`. */
  readonly onErrors: (errors: readonly FieldError[]) => void;
  /** Called when nothing is wrong. */
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, one of them `type="submit"`. */
  readonly actions: ReactNode;
}

/** A form that checks itself when it is sent: the faults are listed on top, the list takes the focus and leads to each control. */
export function Form({ label, validate, onErrors, onSubmit, children, actions }: FormProps): ReactElement {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  return (
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        const found = validate();
        setErrors(found);
        onErrors(found);
        if (found.length === 0) onSubmit();
      }}
    >
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      {children}
      <div className={styles.formActions}>{actions}</div>
    </form>
  );
}

function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }): ReactElement {
  const headingId = useId();
  const summary = useRef<HTMLElement>(null);
  useEffect(() => summary.current?.focus(), [errors]);
  return (
    <section ref={summary} className={styles.summary} role="alert" aria-labelledby={headingId} tabIndex={-1}>
      <h2 id={headingId} className={styles.summaryTitle}>
        {errors.length === 1 ? 'One thing is not right yet' : `${errors.length} things are not right yet`}
      </h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={event => {
                event.preventDefault();
                document.getElementById(fieldId)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
