import type { Viewer } from '../resolution/resolve-version.ts';
import { nameOf } from './access.ts';
import type { Caller } from './access.ts';

/** For whom a snapshot is made. */
export function viewerOf(caller: Caller): Viewer {
  const id = nameOf(caller);
  return { id, refs: caller.type === 'user' ? [...new Set([id, ...caller.ownershipEntityRefs])] : [id] };
}
