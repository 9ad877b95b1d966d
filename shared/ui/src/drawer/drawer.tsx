import type { ReactElement, ReactNode } from 'react';
import { panelOf } from '../overlay/panel-of.ts';

/** Props of `Drawer`. */
export interface DrawerProps {
  /** The heading; it names the drawer. */
  readonly title: ReactNode;
  readonly open: boolean;
  /** Asked for by Escape, the close button and a click outside. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
  /** `end` (default): the right edge. */
  readonly side?: 'start' | 'end';
  /** 26 (default), 36 or 56 rem wide; all of a phone's width. */
  readonly size?: 'small' | 'medium' | 'large';
}

const Panel = panelOf(() => import('../overlay/modal-panel.tsx'));

/** Details that slide in at an edge, above the page. Focus and screen readers are treated as in a Dialog. */
export function Drawer({ title, open, onClose, children, actions, side = 'end', size = 'small' }: DrawerProps): ReactElement | null {
  if (!open) return null;
  return (
    <Panel title={title} onClose={onClose} actions={actions} side={side} size={size} question={false}>
      {children}
    </Panel>
  );
}
