import type { ReactNode } from 'react';

/** One thing to do. Exactly one of `onAction` and `to` says what. */
export interface MenuAction {
  readonly id: string;
  readonly label: string;
  /** A quieter second line. */
  readonly description?: string;
  readonly icon?: ReactNode;
  readonly onAction?: () => void;
  /** A path of the portal to go to. */
  readonly to?: string;
  /** `danger` for what destroys something. */
  readonly tone?: 'neutral' | 'danger';
  readonly disabled?: boolean;
}

/** Actions that belong together; a line parts them from the others. */
export interface MenuGroup {
  readonly title?: string;
  readonly items: readonly MenuAction[];
}
