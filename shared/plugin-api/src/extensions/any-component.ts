import type { ComponentType } from 'react';

/** A component whose props are known only to the extension point that renders it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- no other type accepts components of all props
export type AnyComponent = ComponentType<any>;
