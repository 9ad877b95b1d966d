import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import styles from './button.module.css';

/**
 * `primary`: the main action of a view. `secondary`: the usual one. `plain`: in dense places. `danger`: leads to something that
 * destroys. `danger-primary`: does destroy, as the answer to the question whether to.
 */
export type ButtonVariant = 'primary' | 'secondary' | 'plain' | 'danger' | 'danger-primary';

/** Props of `Button`. */
export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** Default `secondary`. */
  readonly variant?: ButtonVariant;
  /** Default `medium` (32 px high); `small` is 26 px. */
  readonly size?: 'small' | 'medium';
  readonly children: ReactNode;
}

/** A button. It never submits a form unless `type="submit"` says so; all other props go to the element. */
export function Button({ variant = 'secondary', size = 'medium', className, ...rest }: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      className={className ? `${styles.button} ${className}` : styles.button}
      data-variant={variant}
      data-size={size}
    />
  );
}

/** Props of `ButtonGroup`. */
export interface ButtonGroupProps {
  /** Names the group for screen readers. */
  readonly label: string;
  /** Buttons; the chosen one has `aria-pressed`. */
  readonly children: ReactNode;
}

/** Buttons side by side that share their edges: a few views of the same thing, of which one is shown. */
export function ButtonGroup({ label, children }: ButtonGroupProps): ReactElement {
  return (
    <div className={styles.group} role="group" aria-label={label}>
      {children}
    </div>
  );
}
