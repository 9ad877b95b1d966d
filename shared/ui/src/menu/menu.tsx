import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../button/button.tsx';
import type { ButtonVariant } from '../button/button.tsx';
import { fetchPanel, panelOf } from '../overlay/panel-of.ts';
import type { MenuAction, MenuGroup } from './menu-action.ts';

export type { MenuAction, MenuGroup } from './menu-action.ts';

/** Props of `Menu`. */
export interface MenuProps {
  /** Names the button and the menu. Shown on the button unless `children` say something else. */
  readonly label: string;
  /** Either plain actions or groups of them. Menus without actions show no button. */
  readonly items: readonly MenuAction[] | readonly MenuGroup[];
  /** What the button shows instead of the label: an icon, a face. */
  readonly children?: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: 'small' | 'medium';
  /** The edge of the button that the menu keeps to. */
  readonly align?: 'start' | 'end';
}

const loadPanel = () => import('../overlay/menu-panel.tsx');
const Panel = panelOf(loadPanel);

/**
 * A button and its menu of actions. Opened by click, Enter, Space and the arrow keys; the focus comes back to the button. There are
 * no submenus: a list that needs one is a page or a dialog; `MenuGroup` parts a long one.
 */
export function Menu(props: MenuProps): ReactElement | null {
  const { label, items, children, variant = 'secondary', size = 'medium', align = 'end' } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'first' | 'last'>();
  const chosen = useRef<MenuAction>(undefined);
  const navigate = useNavigate();

  // Done when the menu has gone and the button has the focus again: what opens then, gives it back there when it closes.
  useEffect(() => {
    const action = chosen.current;
    if (open || !action) return;
    chosen.current = undefined;
    button.current?.focus();
    if (action.to === undefined) action.onAction?.();
    else void navigate(action.to);
  }, [open, navigate]);

  const groups = groupsOf(items);
  if (groups.length === 0) return null;

  function openByArrow(event: KeyboardEvent) {
    const focus = event.key === 'ArrowDown' ? 'first' : event.key === 'ArrowUp' ? 'last' : undefined;
    if (!focus) return;
    event.preventDefault();
    setOpen(focus);
  }

  return (
    <>
      <Button
        ref={button}
        variant={variant}
        size={size}
        aria-haspopup="menu"
        aria-expanded={open !== undefined}
        {...(children === undefined ? {} : { 'aria-label': label })}
        onPointerEnter={() => fetchPanel(loadPanel)}
        onFocus={() => fetchPanel(loadPanel)}
        onClick={() => setOpen('first')}
        onKeyDown={openByArrow}
      >
        {children ?? label}
      </Button>
      {open ? (
        <Panel
          label={label}
          groups={groups}
          trigger={button}
          align={align}
          focus={open}
          onClose={() => setOpen(undefined)}
          onChoose={action => {
            chosen.current = action;
          }}
        />
      ) : null}
    </>
  );
}

function groupsOf(items: MenuProps['items']): readonly MenuGroup[] {
  const [first] = items;
  if (!first) return [];
  const groups = 'items' in first ? (items as readonly MenuGroup[]) : [{ items: items as readonly MenuAction[] }];
  return groups.filter(group => group.items.length > 0);
}
