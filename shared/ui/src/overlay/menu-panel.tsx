import type { ReactElement, RefObject } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { MenuAction, MenuGroup } from '../menu/menu-action.ts';
import styles from './overlay.module.css';

/** Props of `MenuPanel`. */
export interface MenuPanelProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly trigger: RefObject<HTMLElement | null>;
  readonly align: 'start' | 'end';
  /** Which item has the focus first. */
  readonly focus: 'first' | 'last';
  readonly onClose: () => void;
  readonly onChoose: (action: MenuAction) => void;
}

/** The open menu: arrow keys, Home, End and typing move; Enter and Space choose; Escape and Tab close. */
export default function MenuPanel({ label, groups, trigger, align, focus, onClose, onChoose }: MenuPanelProps): ReactElement {
  return (
    <Popover
      className={styles.popover ?? ''}
      aria-label={label}
      triggerRef={trigger}
      placement={align === 'end' ? 'bottom end' : 'bottom start'}
      offset={4}
      isOpen
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <Menu className={styles.list ?? ''} aria-label={label} autoFocus={focus} onClose={onClose}>
        {groups.map(group => (
          <MenuSection key={group.title ?? group.items[0]?.id ?? ''} className={styles.group ?? ''} {...(group.title ? {} : { 'aria-label': label })}>
            {group.title ? <Header className={styles.section}>{group.title}</Header> : null}
            {group.items.map(action => (
              <Entry key={action.id} action={action} onChoose={onChoose} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}

function Entry({ action, onChoose }: { readonly action: MenuAction; readonly onChoose: (action: MenuAction) => void }): ReactElement {
  return (
    <MenuItem
      id={action.id}
      className={styles.item ?? ''}
      textValue={action.label}
      data-tone={action.tone ?? 'neutral'}
      isDisabled={action.disabled ?? false}
      onAction={() => onChoose(action)}
    >
      {action.icon}
      <span className={styles.words}>
        {action.label}
        {action.description ? <span className={styles.hint}>{action.description}</span> : null}
      </span>
    </MenuItem>
  );
}
