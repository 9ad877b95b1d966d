import { createElement, useEffect, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { claimPressStyle } from './press-style.ts';

type LoadPanel<P> = () => Promise<{ readonly default: ComponentType<P> }>;

interface Loaded<P> {
  readonly Panel?: ComponentType<P>;
  readonly failure?: unknown;
}

/**
 * The part of a component that floats above the page: fetched when it is first drawn, since it stands on React Aria and no page
 * needs it to show. Draws nothing until it is there. When it can't be fetched it throws into the nearest error boundary, whose
 * retry fetches anew.
 */
export function panelOf<P extends object>(load: LoadPanel<P>): (props: P) => ReactElement | null {
  return function LaterPanel(props) {
    const [loaded, setLoaded] = useState<Loaded<P>>({});
    useEffect(() => {
      let current = true;
      claimPressStyle();
      load().then(
        module => current && setLoaded({ Panel: module.default }),
        (failure: unknown) => current && setLoaded({ failure }),
      );
      return () => {
        current = false;
      };
    }, []);
    if ('failure' in loaded) throw loaded.failure;
    return loaded.Panel ? createElement(loaded.Panel, props) : null;
  };
}

/** Starts fetching a panel before it is drawn: at a pointer that comes near. A failure is left to the panel. */
export function fetchPanel(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}
