import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { ConsentBody } from './consent-body.tsx';
import styles from './override.module.css';
import { proposals } from './proposals.ts';
import { useConsent } from './use-consent.ts';

interface DialogProps {
  readonly text: string;
  /** How many wait behind it. */
  readonly others: number;
}

/** Asks about one proposal. Whoever does nothing, or presses Escape, has said no. */
function ConsentDialog({ text, others }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const done = useCallback(() => proposals.drop(text), [text]);
  const { step, agree } = useConsent(text, done);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal?.();
    return () => element?.close?.();
  }, []);
  const decided = step.kind === 'checking' || step.kind === 'refused';
  const isOpen = typeof HTMLDialogElement.prototype.showModal === 'function' ? {} : { open: true };
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby="override-title" onCancel={done} {...isOpen}>
      <h2 id="override-title">
        {decided ? 'Local override' : `Replace ${step.proposed.title} in this session?`}
      </h2>
      <ConsentBody text={text} step={step} />
      <div className={styles['actions']}>
        {!decided && (
          <button type="button" className={styles['button']} disabled={step.kind === 'working'} onClick={agree}>
            {step.kind === 'failed' ? 'Try again' : step.kind === 'working' ? 'Loading…' : `Load it from ${new URL(step.proposed.origin).host}`}
          </button>
        )}
        {/* The harmless answer has the focus: a key that is pressed by chance agrees to nothing. */}
        <button type="button" className={styles['quiet']} autoFocus onClick={done}>
          {step.kind === 'refused' ? 'Close' : 'Cancel'}
        </button>
        {others > 0 && <span className={styles['muted']}>{others === 1 ? 'One more waits.' : `${others} more wait.`}</span>}
      </div>
    </dialog>
  );
}

/** Asks about each proposal of this tab, one after the other. */
export function OverrideConsent() {
  const waiting = useSyncExternalStore(proposals.subscribe, proposals.get);
  const [first, ...others] = waiting;
  return first === undefined ? null : <ConsentDialog key={first} text={first} others={others.length} />;
}
