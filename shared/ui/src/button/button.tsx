import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import styles from './button.module.css';

/** `primary`: the main action of a view. `secondary`: the usual one. `plain`: in dense places. `danger`: destroys something. */
export type ButtonVariant = 'primary' | 'secondary' | 'plain' | 'danger';

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
