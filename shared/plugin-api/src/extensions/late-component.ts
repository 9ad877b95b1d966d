import { createElement, startTransition, useEffect, useReducer } from 'react';
import type { ComponentType, ReactNode } from 'react';

/** A component whose code comes when it is first rendered. */
export interface LateComponent<P> {
  /** Shows what stands in its place until the code is there, and throws what kept it from coming. */
  readonly Component: ComponentType<P>;
  /** True once its code could not be loaded: make another one to try again. */
  hasFailed(): boolean;
}

/**
 * Makes a component whose code is loaded when it is first rendered. Use it in place of `lazy` of React, which holds content
 * back for 300 ms once a fallback was shown, so that parts within parts wait for each other.
 *
 * @param load - gives the component; called once
 * @param waiting - what stands in its place until then
 */
export function createLateComponent<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: () => ReactNode,
): LateComponent<P> {
  let Loaded: ComponentType<P> | undefined;
  let failure: { readonly error: unknown } | undefined;
  let loading: Promise<void> | undefined;
  const open = (): Promise<void> =>
    (loading ??= load().then(
      component => void (Loaded = component),
      (error: unknown) => void (failure = { error }),
    ));
  return {
    hasFailed: () => failure !== undefined,
    Component(props) {
      const [, settle] = useReducer((turn: number) => turn + 1, 0);
      const settled = Loaded !== undefined || failure !== undefined;
      const opening = open();
      useEffect(() => {
        if (settled) return undefined;
        let here = true;
        // In slices: what arrives by itself shall not hold up what the user does meanwhile.
        void opening.then(() => here && startTransition(settle));
        return () => void (here = false);
      }, [opening, settled]);
      if (failure) throw failure.error;
      return Loaded ? createElement(Loaded, props) : waiting();
    },
  };
}
