import { cloneElement, useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { fetchPanel, panelOf } from '../overlay/panel-of.ts';
import styles from './tooltip.module.css';

/** Props of `Tooltip`. */
export interface TooltipProps {
  /** A few words that add to what the control says. Never the only place of something that one must know. */
  readonly content: string;
  /** One control that takes the focus: a button or a link. */
  readonly children: ReactElement<{ 'aria-describedby'?: string }>;
  readonly placement?: 'top' | 'bottom';
}

const loadPanel = () => import('../overlay/tooltip-panel.tsx');
const Panel = panelOf(loadPanel);
const waitMs = { show: 400, hide: 150 } as const;

/** A hint beside a control, shown while it has the pointer or the keyboard's focus; Escape hides it. Read out as the description. */
export function Tooltip({ content, children, placement = 'top' }: TooltipProps): ReactElement {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [pointed, setPointed] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (pointed === open) return;
    const timer = setTimeout(() => setOpen(pointed), pointed ? waitMs.show : waitMs.hide);
    return () => clearTimeout(timer);
  }, [pointed, open]);

  function show(wanted: boolean) {
    setPointed(wanted);
    setOpen(wanted);
  }

  return (
    <span
      ref={anchor}
      className={styles.anchor}
      onPointerEnter={event => {
        fetchPanel(loadPanel);
        setPointed(event.pointerType !== 'touch');
      }}
      onPointerLeave={() => setPointed(false)}
      onFocus={event => show(event.target.matches(':focus-visible'))}
      onBlur={() => show(false)}
      onKeyDown={event => {
        if (event.key === 'Escape') show(false);
      }}
      onClick={() => show(false)}
    >
      {cloneElement(children, { 'aria-describedby': id })}
      <span id={id} hidden>
        {content}
      </span>
      {open ? (
        <Panel trigger={anchor} placement={placement} onPointer={setPointed}>
          {content}
        </Panel>
      ) : null}
    </span>
  );
}
