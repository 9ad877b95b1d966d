import { useEffect, useRef, useState } from 'react';

/** Milliseconds after the last key until a search begins. */
const delay = 200;

/**
 * The text of a box that reports what was typed once the typing pauses, and follows changes that come from elsewhere
 * (Back, a link).
 */
export function useDelayedText(settled: string, onSettle: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(settled);
  const reported = useRef(settled);

  useEffect(() => {
    // What this box itself reported must not overwrite the letters typed since.
    if (settled === reported.current) return;
    reported.current = settled;
    setText(settled);
  }, [settled]);

  useEffect(() => {
    if (text === reported.current) return undefined;
    const timer = setTimeout(() => {
      reported.current = text;
      onSettle(text);
    }, delay);
    // Who follows a link leaves the page: a search that began after that would lead back to it.
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a[href]')) clearTimeout(timer);
    };
    document.addEventListener('click', onClick, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', onClick, true);
    };
  }, [text, onSettle]);

  return [text, setText];
}
