import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { messageOf } from '@portico/errors';
import { Button } from '../button/button.tsx';
import { panelOf } from '../overlay/panel-of.ts';
import styles from './dialog.module.css';

/** Props of `ConfirmDialog`. */
export interface ConfirmDialogProps {
  /** The question, naming the thing: "Delete the version 1.2.0?". */
  readonly title: ReactNode;
  /** What follows from yes. */
  readonly children: ReactNode;
  readonly open: boolean;
  /** The verb on the button: "Delete", not "OK". */
  readonly confirmLabel: string;
  /** Default "Cancel". It has the focus first. */
  readonly cancelLabel?: string;
  /** `danger` for what can't be undone. */
  readonly tone?: 'primary' | 'danger';
  /** While its promise is pending both buttons wait; when it rejects the dialog stays open and says why. */
  readonly onConfirm: () => void | Promise<void>;
  readonly onCancel: () => void;
}

const Panel = panelOf(() => import('../overlay/modal-panel.tsx'));

/** A question that needs an answer: only its two buttons and Escape (which means no) close it. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement | null {
  const { title, children, open, confirmLabel, cancelLabel = 'Cancel', tone = 'primary', onConfirm, onCancel } = props;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  if (!open) return null;

  function cancel() {
    if (busy) return;
    setFailure(undefined);
    onCancel();
  }

  async function confirm() {
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm();
    } catch (error) {
      setFailure(messageOf(error));
    }
    setBusy(false);
  }

  const actions = (
    <>
      <Button onClick={cancel} disabled={busy} autoFocus>
        {cancelLabel}
      </Button>
      <Button variant={tone === 'danger' ? 'danger-primary' : tone} onClick={() => void confirm()} disabled={busy}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Panel title={title} onClose={cancel} actions={actions} side="center" size="small" question>
      <div className={styles.answer}>{children}</div>
      {failure === undefined ? null : (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
    </Panel>
  );
}
