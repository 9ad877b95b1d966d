import { useEffect, useRef } from 'react';
import { Icon } from '../layout/icon.tsx';
import type { PaletteGroup, PaletteItem } from './palette-item.ts';
import styles from './command-palette.module.css';

/** Props of `PaletteResults`. */
export interface PaletteResultsProps {
  /** Id of the list; its options are `<id>-<index>`. */
  readonly id: string;
  readonly groups: readonly PaletteGroup[];
  /** Index of the marked option among all of them. */
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (item: PaletteItem) => void;
}

/** The list of what was found, by groups. */
export function PaletteResults({ id, groups, active, onPoint, onChoose }: PaletteResultsProps) {
  const marked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Some browsers give a promise, which is no clean-up.
    void marked.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active, groups.length]);
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { items }) => sum + items.length, 0));
  const filled = groups.map((group, index) => ({ group, start: starts[index] ?? 0 }));
  return (
    <div className={styles['results']}>
      <div id={id} role="listbox" aria-label="Results">
        {filled
          .filter(({ group }) => group.items.length > 0)
          .map(({ group, start }) => (
            <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
              <div id={`${id}-${group.key}`} role="presentation" className={styles['heading']}>
                {group.title}
              </div>
              {group.items.map((item, index) => {
                const isActive = start + index === active;
                return (
                  <div
                    key={`${item.to ?? ''} ${item.title} ${index}`}
                    id={`${id}-${start + index}`}
                    ref={isActive ? marked : undefined}
                    role="option"
                    aria-selected={isActive}
                    className={styles['option']}
                    onPointerMove={() => onPoint(start + index)}
                    onPointerDown={event => event.preventDefault()}
                    onClick={() => onChoose(item)}
                  >
                    <Icon name={item.icon} label={item.title} />
                    <span className={styles['title']}>{item.title}</span>
                    {item.subtitle && <span className={styles['subtitle']}>{item.subtitle}</span>}
                  </div>
                );
              })}
            </div>
          ))}
      </div>
      {groups.map(
        group =>
          group.problem && (
            <p key={group.key} role="alert" className={styles['problem']}>
              {group.problem}
            </p>
          ),
      )}
    </div>
  );
}
