import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { placed } from './arrangement.ts';
import type { Arrangement } from './arrangement.ts';

interface CardDragOptions {
  readonly arrangement: Arrangement;
  /** Keys of all cards, in the order in which plugins offer them. */
  readonly keys: readonly string[];
  readonly onDrop: (arrangement: Arrangement) => void;
}

/** What the handle of a card listens to. */
export interface CardHandle {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(): void;
  onPointerCancel(): void;
}

/** The attribute that names the card of an element. */
export const cardAttribute = 'data-card';

/**
 * Moving cards by their handle, with a mouse, a pen or a finger. While it lasts, `preview` is the arrangement in which the card
 * stands where it is dragged to.
 */
export function useCardDrag({ arrangement, keys, onDrop }: CardDragOptions) {
  const [drag, setDrag] = useState<{ readonly key: string; readonly preview: Arrangement }>();
  // The card that was under the pointer last: what slides under a pointer that rests does not move cards again.
  const over = useRef<string | undefined>(undefined);

  function end(drop: boolean): void {
    if (drop && drag) onDrop(drag.preview);
    setDrag(undefined);
  }

  const handleOf = (key: string): CardHandle => ({
    onPointerDown(event) {
      if (event.button > 0) return;
      event.preventDefault();
      event.currentTarget.focus();
      event.currentTarget.setPointerCapture?.(event.pointerId);
      over.current = key;
      setDrag({ key, preview: arrangement });
    },
    onPointerMove({ clientX, clientY }) {
      if (drag?.key !== key) return;
      const under = document.elementFromPoint(clientX, clientY)?.closest(`[${cardAttribute}]`)?.getAttribute(cardAttribute) ?? undefined;
      if (under === undefined || under === over.current) return;
      over.current = under;
      if (under !== key) setDrag({ key, preview: placed(drag.preview, keys, { key, at: under }) });
    },
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
  });
  return { dragged: drag?.key, preview: drag?.preview ?? arrangement, handleOf, cancel: () => end(false) };
}
