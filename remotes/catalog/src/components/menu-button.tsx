import { Button } from '@portico/ui/button';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import styles from './menu-button.module.css';

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly title: string; run(): void }[];
}

/** A button that opens a menu below it: arrows move, Escape and a press elsewhere close. */
export function MenuButton({ label, items }: MenuButtonProps): ReactElement {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const entries = () => [...(place.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useEffect(() => {
    if (!open) return undefined;
    entries()[0]?.focus();
    const onPress = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 };
    const target = targets[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (target !== undefined) all[target % all.length]?.focus();
    if (event.key === 'Escape' || target !== undefined) event.preventDefault();
  }

  return (
    <div className={styles.place} ref={place}>
      <Button
        ref={button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
      >
        <svg className={styles.dots} viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 5.5v.01M12 12v.01M12 18.5v.01" />
        </svg>
      </Button>
      {open ? (
        <div className={styles.menu} id={menuId} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map(({ id, title, run }) => (
            <button
              key={id}
              className={styles.item}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                run();
              }}
            >
              {title}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
