import { useEffect } from 'react';
import { LatePage } from '../fallbacks/late-page.tsx';
import { useShell } from '../layout/shell-context.ts';

/** A page of a remote that is not wholly known yet: asks for the rest. */
export function OutlinedPage({ title }: { readonly title: string }) {
  const { portal } = useShell();
  useEffect(() => void portal.lookAgain(), [portal]);
  return <LatePage title={title} />;
}
