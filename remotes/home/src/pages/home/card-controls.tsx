import { Button } from '@portico/ui/button';
import { ArrowDownIcon, ArrowUpIcon, EyeIcon, EyeOffIcon } from '@portico/ui/icons';
import type { KeyboardEvent, ReactElement } from 'react';
import styles from './home-page.module.css';
import type { CardHandle } from './use-card-drag.ts';

interface CardControlsProps {
  readonly title: string;
  readonly hidden: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly handle: CardHandle;
  readonly onMove: (by: -1 | 1) => void;
  readonly onToggle: () => void;
}

const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** Moves a card among the others, and hides it. A button at its end stays focusable, so that the focus is not lost. */
export function CardControls({ title, hidden, first, last, handle, onMove, onToggle }: CardControlsProps): ReactElement {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <div className={styles.controls}>
      <Button size="small" className={styles.handle} aria-label={`Drag ${title}, or move it by the arrow keys`} onKeyDown={onKeyDown} {...handle}>
        <svg className={styles.grip} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01" />
        </svg>
      </Button>
      <Button size="small" aria-label={`Move ${title} up`} aria-disabled={first} onClick={() => onMove(-1)}>
        <ArrowUpIcon />
      </Button>
      <Button size="small" aria-label={`Move ${title} down`} aria-disabled={last} onClick={() => onMove(1)}>
        <ArrowDownIcon />
      </Button>
      <Button size="small" aria-label={`${hidden ? 'Show' : 'Hide'} ${title}`} onClick={onToggle}>
        {hidden ? <EyeIcon /> : <EyeOffIcon />}
        {hidden ? 'Show' : 'Hide'}
      </Button>
    </div>
  );
}
