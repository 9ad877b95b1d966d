import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useShell } from '../layout/shell-context.ts';
import { SignInChoices } from './sign-in-choices.tsx';
import styles from './sign-in.module.css';

/**
 * The session has ended in mid-page. What is on the page stays behind this dialog, and goes on after a sign-in as the same
 * user. It can be put off, to copy what was typed; a line then says that it waits.
 */
export function SignedOutDialog() {
  const { session } = useShell();
  const [later, setLater] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const focusChoice = () => {
    if (document.activeElement === dialog.current) dialog.current?.querySelector<HTMLElement>('button, a')?.focus();
  };
  const recheck = () => void session().then(({ check }) => check());
  useLayoutEffect(() => {
    if (later) return undefined;
    const element = dialog.current;
    element?.showModal?.();
    // Not on the only button there is so far, the one that puts it off.
    element?.focus();
    return () => element?.close?.();
  }, [later]);
  useEffect(() => {
    // Somebody may have signed in in another tab.
    window.addEventListener('focus', recheck);
    return () => window.removeEventListener('focus', recheck);
  });
  if (later) {
    return (
      <div role="status" className={styles['reminder']}>
        <span>You are signed out. Nothing is saved or loaded until you sign in again.</span>
        <button type="button" className={styles['quiet']} onClick={() => setLater(false)}>
          Sign in
        </button>
      </div>
    );
  }
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      tabIndex={-1}
      aria-labelledby="signed-out-title"
      aria-describedby="signed-out-text"
      onCancel={event => {
        event.preventDefault();
        setLater(true);
      }}
      {...(typeof HTMLDialogElement.prototype.showModal === 'function' ? {} : { open: true })}
    >
      <h2 id="signed-out-title">You are signed out</h2>
      <p id="signed-out-text" className={styles['text']}>
        Your session has ended. Sign in again to go on: the page stays as it is, with everything you have typed.
      </p>
      <SignInChoices onSignedIn={recheck} onReady={focusChoice} stays />
      <button type="button" className={styles['quiet']} onClick={() => setLater(true)}>
        Not now
      </button>
    </dialog>
  );
}
