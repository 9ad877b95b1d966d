import type { ReactElement } from 'react';

/** Props of `Icon`. */
export interface IconProps {
  /** Says what the icon means where no text beside it does; without it the icon only decorates. */
  readonly label?: string;
  /** A CSS length. Default `1.25em`: it grows with the text around. */
  readonly size?: string;
  /** Filled in its colour, for a state such as starred. */
  readonly filled?: boolean;
  readonly className?: string;
}

/** An outline in the colour of the text around it. */
export type Icon = (props: IconProps) => ReactElement;

/** @param outline - path data on a grid of 24, meant for a line of 1.75 */
export function createIcon(name: string, outline: string): Icon {
  const icon: Icon = ({ label, size = '1.25em', filled = false, className }) => (
    <svg
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      {...(className === undefined ? {} : { className })}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      focusable="false"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={outline} />
    </svg>
  );
  return Object.assign(icon, { displayName: `${name}Icon` });
}
