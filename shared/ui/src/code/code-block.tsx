import { useMemo } from 'react';
import type { ReactElement } from 'react';
import styles from './code.module.css';
import { CopyButton } from './copy-button.tsx';
import { tokenize } from './tokens.ts';
import type { CodeLanguage } from './tokens.ts';

/** Props of `CodeBlock`. */
export interface CodeBlockProps {
  /** The text, shown as it is and never read as markup. */
  readonly text: string;
  /** Names the block for screen readers, and in its bar: a file name, or what it is. */
  readonly label: string;
  /** What to colour. Default `text`: nothing. */
  readonly language?: CodeLanguage;
  /** Default false. Numbers are not part of what is selected or copied. */
  readonly lineNumbers?: boolean;
  /** True breaks long lines; by default they scroll sideways. */
  readonly wrap?: boolean;
  /** A CSS length; what is longer scrolls inside. */
  readonly maxHeight?: string;
}

/** Longer texts stay without colour: a piece of the page for every word would be slow. Characters. */
const colouredAtMost = 200_000;

/** Text of a file or a program, with a button that copies it. */
export function CodeBlock(props: CodeBlockProps): ReactElement {
  const { text, label, language = 'text', lineNumbers = false, wrap = false, maxHeight } = props;
  const lines = useMemo(() => tokenize(text, text.length > colouredAtMost ? 'text' : language), [text, language]);
  const digits = String(lines.length).length;
  return (
    <div className={styles.frame}>
      <div className={styles.head}>
        <span className={styles.label}>{label}</span>
        <CopyButton text={text} />
      </div>
      <pre
        className={styles.code}
        data-wrap={wrap}
        data-numbers={lineNumbers}
        role="region"
        aria-label={label}
        tabIndex={0}
        style={{ maxHeight, '--digits': `${digits}ch` } as Record<string, string | undefined>}
      >
        <code>
          {lines.map((tokens, line) => (
            <span key={line} className={styles.line} data-line={line + 1}>
              {tokens.map(({ kind, text: piece }, place) =>
                kind === 'plain' ? piece : (
                  <span key={place} className={styles[kind]}>
                    {piece}
                  </span>
                ),
              )}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </div>
  );
}
