import { useEffect } from 'react';

/** Hook: what had the focus when this opened has it again, in sight, when this is closed. */
export function useOpenerFocus(): void {
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | SVGElement | null;
    return () => {
      if (!opener?.isConnected || opener === document.body) return;
      opener.focus({ preventScroll: true });
      // The portal scrolls to the top when the path changes; a reader of the list goes on where they were.
      requestAnimationFrame(() => opener.scrollIntoView?.({ block: 'center' }));
    };
  }, []);
}
