import { Button } from '@portico/ui/button';
import type { ReactElement } from 'react';

interface CardControlsProps {
  readonly title: string;
  readonly hidden: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onToggle: () => void;
}

/** Moves a card among the others, and hides it. A button at its end stays focusable, so that the focus is not lost. */
export function CardControls({ title, hidden, first, last, onMove, onToggle }: CardControlsProps): ReactElement {
  return (
    <>
      <Button size="small" aria-label={`Move ${title} up`} aria-disabled={first} onClick={() => onMove(-1)}>
        ↑
      </Button>
      <Button size="small" aria-label={`Move ${title} down`} aria-disabled={last} onClick={() => onMove(1)}>
        ↓
      </Button>
      <Button size="small" aria-label={`${hidden ? 'Show' : 'Hide'} ${title}`} onClick={onToggle}>
        {hidden ? 'Show' : 'Hide'}
      </Button>
    </>
  );
}
