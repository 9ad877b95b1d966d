import { Card } from '@portico/ui/card';
import type { ReactElement, ReactNode } from 'react';
import styles from './example.module.css';

/** Props of `Example`. */
export interface ExampleProps {
  readonly title: string;
  /** True for what takes the whole width: one below the other. By default side by side. */
  readonly stacked?: boolean;
  readonly children: ReactNode;
}

/** One state of a component, or a row of states that are looked at together. */
export function Example({ title, stacked = false, children }: ExampleProps): ReactElement {
  return (
    <Card title={title} size="wide">
      <div className={stacked ? styles.stack : styles.row}>{children}</div>
    </Card>
  );
}
