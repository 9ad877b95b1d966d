import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './overlay.module.css';

/** Props of `ModalPanel`. */
export interface ModalPanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly side: 'center' | 'start' | 'end';
  readonly size: 'small' | 'medium' | 'large';
  /** True for a question: it has no close button, and a click outside doesn't answer it. */
  readonly question: boolean;
}

/** A dialog above the page: keeps the focus inside, hides the rest from screen readers, gives the focus back when it closes. */
export default function ModalPanel(props: ModalPanelProps): ReactElement {
  const { title, onClose, children, actions, side, size, question } = props;
  return (
    <ModalOverlay
      className={styles.backdrop ?? ''}
      data-side={side}
      isOpen
      isDismissable={!question}
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''} data-side={side} data-size={size}>
        <Dialog className={styles.dialog ?? ''} role={question ? 'alertdialog' : 'dialog'}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            {question ? null : (
              <Button className={styles.close ?? ''} aria-label="Close" onPress={onClose}>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="M4 4l8 8M12 4l-8 8" />
                </svg>
              </Button>
            )}
          </header>
          <div className={styles.body} data-side={side}>
            {children}
          </div>
          {actions ? <footer className={styles.actions}>{actions}</footer> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
