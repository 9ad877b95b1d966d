import type { LoadEvent } from '@portico/contracts';

type Outcome = Pick<LoadEvent, 'outcome'>;

/** True for what somebody waited for: it came, or did not. */
export function isLoad({ outcome }: Outcome): boolean {
  return outcome === 'loaded' || outcome === 'failed';
}

/** True for what kept a version from being shown. What goes wrong beside that is told, and takes nothing back. */
export function isError({ outcome }: Outcome): boolean {
  return outcome === 'failed' || outcome === 'render-error';
}
