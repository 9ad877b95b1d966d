import { Button } from '@portico/ui/button';
import { CheckIcon, CopyIcon } from '@portico/ui/icons';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useCopy } from './use-copy.ts';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, as the beginning of a sentence: "Reference". */
  readonly what: string;
}

/** Milliseconds for which the button shows that it worked. */
const shownFor = 2000;

/** A small button beside a text that copies it. */
export function CopyButton({ text, what }: CopyButtonProps): ReactElement {
  const copy = useCopy();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => setDone(false), shownFor);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <Button
      size="small"
      variant="plain"
      aria-label={`Copy ${what.toLowerCase()}`}
      title={`Copy ${what.toLowerCase()}`}
      onClick={() => void copy(text, what).then(setDone)}
    >
      {done ? <CheckIcon /> : <CopyIcon />}
    </Button>
  );
}
