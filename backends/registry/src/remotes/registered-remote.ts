import { createError, registryErrors } from '@portico/errors';
import type { RemoteRecord, RemoteSwitches } from '../model/remote-record.ts';
import type { RemoteState } from '../offering/offering.ts';
import type { Registration } from './registration.ts';
import type { RemoteContent } from './remote-content.ts';

/** Gives a registration as somebody's switches make it; the same object for the same two. */
export function createSwitching(): (registration: Registration, switches: RemoteSwitches) => Registration {
  const known = new WeakMap<Registration, { switches: RemoteSwitches; result: Registration }>();
  return (registration, switches) => {
    const { route, title } = switches;
    if (route === undefined && title === undefined) return registration;
    const before = known.get(registration);
    if (before && before.switches.route === route && before.switches.title === title) return before.result;
    const result = { ...registration, ...(route === undefined ? {} : { route }), ...(title === undefined ? {} : { title }) };
    known.set(registration, { switches, result });
    return result;
  };
}

/** The id of a remote: that of its manifest once that was read. */
export function idOf({ registration, content }: RemoteState): string {
  const id = (content?.manifest as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && registration.expectedId === undefined ? id : registration.id;
}

/** What is chosen of a remote for somebody. */
export interface Chosen {
  readonly state: RemoteState;
  readonly id: string;
  readonly registration: Registration;
  readonly record: RemoteRecord;
  /** Absent where the remote's own place says what it is. */
  readonly version?: string | undefined;
  readonly content?: RemoteContent | undefined;
}

/** The state of a remote with the version that was chosen for somebody in the place of what its own place has. */
export function stateOf({ state, id, registration, record, version, content }: Chosen): RemoteState {
  if (record.switches.enabled === false) {
    const known = content ?? (version === undefined ? state.content : undefined);
    const fault = createError(registryErrors.REMOTE_DISABLED, { remote: id });
    return { registration, ...(known ? { content: known } : {}), fault, disabled: true };
  }
  if (version === undefined) return { ...state, registration };
  if (content) return { registration, content, ...(state.fault ? { fault: state.fault } : {}) };
  return { registration, fault: createError(registryErrors.VERSION_UNKNOWN, { remote: id, version }) };
}
