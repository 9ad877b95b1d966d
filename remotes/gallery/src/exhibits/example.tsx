import { Card } from '@portico/ui/card';
import type { ReactElement, ReactNode } from 'react';
import styles from './example.module.css';

/** One state of a component, or a row of states that are looked at together. */
export function Example({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Card title={title} size="wide">
      <div className={styles.row}>{children}</div>
    </Card>
  );
}
