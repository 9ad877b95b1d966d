import type { ComponentType } from 'react';

/** The page of one component family. */
export interface Exhibit {
  /** The family's name in `@portico/ui`. */
  readonly family: string;
  readonly title: string;
  /** What the family is for. */
  readonly purpose: string;
  readonly Component: ComponentType;
}
