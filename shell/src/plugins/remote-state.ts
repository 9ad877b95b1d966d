import type { ApiHolder, NormalizedPlugin } from '@portico/plugin-api';
import type { PorticoError } from '@portico/errors';
import type { LoadPhase } from '../loading/budgets.ts';

/** The code of a remote is in the page. */
export interface LoadedState {
  readonly status: 'loaded';
  readonly plugin: NormalizedPlugin;
  /** The APIs as this plugin sees them: its own, then the portal's. */
  readonly apis: ApiHolder;
  /** The version that runs. */
  readonly version: string;
  /** Why the last good version stands in, where it does. */
  readonly failure?: PorticoError;
}

/** What a version of a remote is to the shell. */
export type RemoteState =
  | { readonly status: 'waiting' }
  | { readonly status: 'loading'; readonly phase: LoadPhase }
  | LoadedState
  | { readonly status: 'failed'; readonly error: PorticoError }
  /** Its checks failed: it is not even tried. */
  | { readonly status: 'refused'; readonly error: PorticoError }
  /** The registry offers another version by now; nothing new is loaded of this one. */
  | { readonly status: 'superseded' };

/** The name of one version of a remote in this page. */
export function keyOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`;
}
