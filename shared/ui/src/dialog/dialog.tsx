import type { ReactElement, ReactNode } from 'react';
import { panelOf } from '../overlay/panel-of.ts';

export { ConfirmDialog } from './confirm-dialog.tsx';
export type { ConfirmDialogProps } from './confirm-dialog.tsx';

/** Props of `Dialog`. */
export interface DialogProps {
  /** The heading; it names the dialog. */
  readonly title: ReactNode;
  readonly open: boolean;
  /** Asked for by Escape, the close button and a click outside. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
  /** 26, 36 (default) or 56 rem wide. */
  readonly size?: 'small' | 'medium' | 'large';
}

const Panel = panelOf(() => import('../overlay/modal-panel.tsx'));

/**
 * A task of its own above the page. The focus stays inside and goes back to where it was; the page behind is inert.
 * The first dialog that opens fetches the code for it.
 */
export function Dialog({ title, open, onClose, children, actions, size = 'medium' }: DialogProps): ReactElement | null {
  if (!open) return null;
  return (
    <Panel title={title} onClose={onClose} actions={actions} side="center" size={size} question={false}>
      {children}
    </Panel>
  );
}
