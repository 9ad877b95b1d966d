import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../layout/icon.tsx';
import type { NavigationGroup } from '../layout/navigation.ts';
import { useShell } from '../layout/shell-context.ts';
import { actionItems, pageItems } from './own-items.ts';
import type { PaletteGroup, PaletteItem } from './palette-item.ts';
import { matchingItems } from './palette-item.ts';
import { PaletteResults } from './palette-results.tsx';
import { useSearch } from './use-search.ts';
import styles from './command-palette.module.css';

/** Props of `CommandPalette`. */
export interface CommandPaletteProps {
  readonly navigation: readonly NavigationGroup[];
  /** What was typed before the palette was there. */
  readonly typed?: RefObject<string>;
  readonly onClose: () => void;
}

function useOwnGroups(navigation: readonly NavigationGroup[], text: string): readonly PaletteGroup[] {
  const shell = useShell();
  const pages = useMemo(() => pageItems(shell, navigation), [shell, navigation]);
  const actions = useMemo(() => actionItems(shell), [shell]);
  return [
    { key: 'pages', title: 'Pages', items: matchingItems(pages, text) },
    { key: 'actions', title: 'Actions', items: matchingItems(actions, text) },
  ];
}

const moves: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index + count - 1) % count,
  PageDown: (index, count) => Math.min(index + 8, count - 1),
  PageUp: index => Math.max(index - 8, 0),
};

/** Finds pages, what remotes find, and actions. A combobox over a list; the focus stays in the text. */
export function CommandPalette({ navigation, typed, onClose }: CommandPaletteProps) {
  const navigate = useNavigate();
  const list = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(() => typed?.current ?? '');
  const [active, setActive] = useState(0);
  const [pages, actions] = useOwnGroups(navigation, text);
  const { groups: found, busy } = useSearch(text);
  const groups = [pages, ...found, actions].filter(group => group !== undefined && (group.items.length > 0 || group.problem)) as PaletteGroup[];
  const items = groups.flatMap(group => group.items);
  const current = Math.min(active, items.length - 1);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal?.();
    // Closed before it goes, it gives the focus back to where it was.
    return () => element?.close?.();
  }, []);

  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    if (item.run) item.run();
    else if (item.to.startsWith('/')) void navigate(item.to);
    else window.open(item.to, '_blank', 'noopener');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = moves[event.key];
    if (move && items.length) setActive(move(current, items.length));
    else if (event.key === 'Enter') choose(items[current]);
    else return;
    event.preventDefault();
  };
  const count = `${items.length} ${items.length === 1 ? 'result' : 'results'}`;
  return (
    <dialog
      ref={dialog}
      className={styles['palette']}
      aria-label="Search"
      onClose={onClose}
      onClick={event => event.target === dialog.current && onClose()}
      {...(typeof HTMLDialogElement.prototype.showModal === 'function' ? {} : { open: true })}
    >
      <div className={styles['field']}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-label="Search"
          aria-expanded={items.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={items.length ? `${list}-${current}` : undefined}
          placeholder="Search pages, entities, actions"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={event => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" aria-label="Close search" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <PaletteResults id={list} groups={groups} active={current} onPoint={setActive} onChoose={choose} />
      <p role="status" className={items.length ? styles['hidden'] : styles['none']}>
        {busy ? 'Searching…' : items.length ? count : `Nothing fits “${text.trim()}”. Try another word, or a part of it.`}
      </p>
      {busy && <div className={styles['busy']} aria-hidden="true" />}
    </dialog>
  );
}
