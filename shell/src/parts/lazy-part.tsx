import type { ComponentType, ReactNode } from 'react';
import { createLateComponent } from '@portico/plugin-api';
import { ExtensionFailure } from '../fallbacks/extension-failure.tsx';
import { PageBoundary } from '../plugins/page-boundary.tsx';

/** What a part is called, and what stands in its place. */
export interface LazyPartOptions {
  /** For the message when it can't be loaded. */
  readonly title: string;
  readonly waiting?: ReactNode;
}

/** A part of the shell that the first paint doesn't need: it comes when it is first shown, and again after a failure. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>, { title, waiting }: LazyPartOptions): ComponentType<P> {
  const open = () => createLateComponent(load, () => waiting);
  let latest = open();
  return function LazyPart(props) {
    return (
      <PageBoundary
        onError={() => undefined}
        fallback={(error, showAgain) => (
          <ExtensionFailure
            title={title}
            error={error}
            onRetry={() => {
              latest = open();
              showAgain();
            }}
          />
        )}
      >
        <latest.Component {...props} />
      </PageBoundary>
    );
  };
}
