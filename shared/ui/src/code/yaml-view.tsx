import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { CodeBlock } from './code-block.tsx';
import type { CodeBlockProps } from './code-block.tsx';
import styles from './code.module.css';

/** Props of `YamlView`. */
export interface YamlViewProps extends Pick<CodeBlockProps, 'label' | 'maxHeight' | 'wrap'> {
  /** What to show: any JSON value. */
  readonly value: unknown;
  /** Default `yaml`. */
  readonly language?: 'yaml' | 'json';
  /** Default true. */
  readonly lineNumbers?: boolean;
}

/**
 * A value as YAML or JSON, coloured, with a button that copies it. What writes YAML is fetched when the first view is shown; should
 * it not come, the value is shown as JSON.
 */
export function YamlView({ value, language = 'yaml', lineNumbers = true, ...rest }: YamlViewProps): ReactElement {
  const [written, setWritten] = useState<{ readonly of: unknown; readonly text: string | undefined } | undefined>(undefined);
  useEffect(() => {
    if (language === 'json') return;
    let current = true;
    void import('yaml').then(
      ({ stringify }) => current && setWritten({ of: value, text: stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }) }),
      () => current && setWritten({ of: value, text: undefined }),
    );
    return () => {
      current = false;
    };
  }, [value, language]);
  const settled = written?.of === value ? written : undefined;
  if (language === 'json' || (settled && settled.text === undefined)) {
    return <CodeBlock text={JSON.stringify(value, null, 2) ?? ''} language="json" lineNumbers={lineNumbers} {...rest} />;
  }
  if (settled?.text === undefined) {
    return <div className={styles.waiting} role="status" aria-label={`${rest.label} is loading`} />;
  }
  return <CodeBlock text={settled.text} language="yaml" lineNumbers={lineNumbers} {...rest} />;
}
