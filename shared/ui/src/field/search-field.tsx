import { useId } from 'react';
import type { ReactElement } from 'react';
import styles from './field.module.css';

/** Props of `SearchField`. */
export interface SearchFieldProps {
  readonly label: string;
  /** Hides the label from sight, not from screen readers. Default true: the magnifier says it. */
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

/** A search box with a button that clears it; Escape clears too. */
export function SearchField({ label, labelHidden = true, value, onChange, placeholder }: SearchFieldProps): ReactElement {
  const id = useId();
  return (
    <div className={styles.field} data-grow="true">
      <label className={labelHidden ? styles.hidden : styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.search}>
        <svg className={styles.magnifier} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M11 11l3.2 3.2M12.2 7a5.2 5.2 0 1 1-10.4 0 5.2 5.2 0 0 1 10.4 0z" />
        </svg>
        <input
          id={id}
          className={styles.control}
          type="search"
          value={value}
          autoComplete="off"
          spellCheck={false}
          {...(placeholder === undefined ? {} : { placeholder })}
          onChange={event => onChange(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Escape' && value !== '') {
              event.preventDefault();
              onChange('');
            }
          }}
        />
        {value === '' ? null : (
          <button className={styles.clear} type="button" aria-label={`Clear ${label.toLowerCase()}`} onClick={() => onChange('')}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4.5 4.5l7 7M11.5 4.5l-7 7" />
            </svg>
          </button>
        )}
      </div>
    </div>
  );
}
