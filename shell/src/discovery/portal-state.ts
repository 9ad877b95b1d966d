import type { PublicConfig, Session } from '@portico/contracts';
import type { PorticoError } from '@portico/errors';
import type { KnownSnapshot } from './parse-snapshot.ts';

/** The portal can be used. */
export interface ReadyPortal {
  readonly kind: 'ready';
  readonly config: PublicConfig;
  readonly session: Session;
  readonly snapshot: KnownSnapshot;
  readonly etag?: string;
  /** Set while the registry can't be reached: the ISO 8601 instant of the snapshot that is shown. */
  readonly staleSince?: string;
  /** Set once the session has ended while the page is open. What is on the page stays until somebody signs in again. */
  readonly expired?: true;
}

/** Nothing is known of what the portal offers; it tries again by itself. */
export interface UnreachablePortal {
  readonly kind: 'unreachable';
  readonly error: PorticoError;
  /** How many times it was tried. */
  readonly attempt: number;
  /** Milliseconds since the epoch; absent while it is being tried. */
  readonly retryAt?: number;
}

/** What the shell knows of the portal. */
export type PortalState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed-out'; readonly config: PublicConfig }
  | UnreachablePortal
  | ReadyPortal;
