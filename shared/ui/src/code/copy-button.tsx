import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import styles from './code.module.css';

/** Copies a text to the clipboard and says so. */
export function CopyButton({ text }: { readonly text: string }): ReactElement {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | undefined>(undefined);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // No clipboard on pages without TLS, or the reader said no.
      setOutcome('refused');
    }
  };
  return (
    <span className={styles.copy}>
      <span role="status" className={styles.outcome}>
        {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser does not let this page copy' : ''}
      </span>
      <button type="button" className={styles.button} onClick={() => void copy()}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          {outcome === 'copied' ? <path d="m3.5 8.5 3 3 6-7" /> : <path d="M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z" />}
        </svg>
        Copy
      </button>
    </span>
  );
}
