import { Button } from '@portico/ui/button';
import { useState } from 'react';
import type { ReactElement } from 'react';
import styles from './definition.module.css';

interface SourceTextProps {
  /** Names the region for screen readers. */
  readonly label: string;
  readonly text: string;
}

/** A long text as it is written, with line numbers and a button that copies it. */
export function SourceText({ label, text }: SourceTextProps): ReactElement {
  const [copied, setCopied] = useState(false);
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <div className={styles.source}>
      <div className={styles.bar}>
        <span>
          {lines.length} {lines.length === 1 ? 'line' : 'lines'}
        </span>
        <Button
          size="small"
          onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true), () => setCopied(false))}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      {/* It scrolls, so the keyboard has to reach it. */}
      <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
        <pre className={styles.numbers} aria-hidden="true">
          {lines.map((_line, index) => index + 1).join('\n')}
        </pre>
        <pre className={styles.text}>{text}</pre>
      </div>
    </div>
  );
}
