import { useEffect, useRef, useState } from 'react';
import { CommandPalette } from '../parts/shell-parts.tsx';
import { Icon } from './icon.tsx';
import type { NavigationGroup } from './navigation.ts';
import styles from './search-button.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the command palette, as Ctrl or Cmd with K does from everywhere. */
export function SearchButton({ navigation }: { readonly navigation: readonly NavigationGroup[] }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(before => !before);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const typed = useRef('');
  useEffect(() => {
    typed.current = '';
    if (!open) return undefined;
    // While the palette is on its way: what is typed goes into it, not to where the focus still is.
    const onKey = (event: KeyboardEvent) => {
      if ((event.target as Element).closest('dialog') || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') setOpen(false);
      else if (event.key.length === 1) typed.current += event.key;
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
  return (
    <>
      <button
        type="button"
        className={styles['button']}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
        <span className={styles['hint']}>Search</span>
        <kbd className={styles['keys']} aria-hidden="true">{isApple ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      {open && <CommandPalette navigation={navigation} typed={typed} onClose={() => setOpen(false)} />}
    </>
  );
}
