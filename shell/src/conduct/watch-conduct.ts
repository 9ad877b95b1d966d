import type { LoadEvent, SnapshotRemote } from '@portico/contracts';
import { createError, inUseErrors } from '@portico/errors';
import { errorApiRef } from '@portico/plugin-api';
import type { ApiHolder } from '@portico/plugin-api';
import { followGlobals } from './global-changes.ts';
import { followStored } from './stored-values.ts';
import { traceOwner } from './trace-owner.ts';
import type { RemoteVersion } from './trace-owner.ts';
import { watchUncaught } from './uncaught-errors.ts';

/** Sees what plugins do to the page beyond their own place in it, and lays it to them. */
export interface ConductWatch {
  /** Says that code of a version is about to run, or to be shown: what changes from now on is probably its doing. */
  enter(version: RemoteVersion): void;
  /** Says that code of a version has just run: what is changed now was its doing. */
  ran(version: RemoteVersion): void;
}

/** What the watch works with. */
export interface ConductOptions {
  readonly remotes: () => readonly SnapshotRemote[];
  readonly apis: ApiHolder;
  readonly storage: Storage | undefined;
  readonly onLoad: (event: LoadEvent) => void;
}

/** Between the moments at which plugins begin and end, milliseconds. */
const lookMs = 5_000;
const mostOfVersion = 20;

/** Starts the watch: as the page is now is how it should be. */
export function watchConduct({ remotes, apis, storage, onLoad }: ConductOptions): ConductWatch {
  const changedGlobals = followGlobals();
  const takenValues = storage ? followStored(storage, window) : () => [];
  const told = new Map<string, Set<string>>();
  let current: RemoteVersion | undefined;

  function report({ id, version }: RemoteVersion, error: unknown): void {
    const errors = apis.get(errorApiRef, { pluginId: id, version });
    if (errors && 'report' in errors) errors.report(error, { hidden: true });
  }

  function tell(culprit: RemoteVersion, what: string, phase: string): void {
    const { id, version } = culprit;
    const key = `${id}@${version}`;
    const names = told.get(key) ?? new Set();
    told.set(key, names);
    if (names.has(what) || names.size >= mostOfVersion) return;
    names.add(what);
    onLoad({ remote: id, version, outcome: 'interfered', phase, code: what.slice(0, 80) });
    report(culprit, createError(inUseErrors.INTERFERED, { what }));
  }

  function look(culprit: RemoteVersion | undefined, phase: 'evaluate' | 'shown'): void {
    // What changes before any plugin runs is the portal's own doing.
    if (!culprit) return;
    for (const what of changedGlobals()) tell(culprit, what, phase);
    for (const { culprit: taker, owner } of takenValues(culprit)) tell(taker, `localStorage of ${owner}`, 'shown');
  }

  watchUncaught({
    window,
    ownerOf: trace => traceOwner(trace, window.location.origin, remotes()),
    tell({ owner, error, phase, code }) {
      onLoad({ remote: owner.id, version: owner.version, outcome: 'uncaught', phase, code });
      report(owner, error);
    },
  });
  setInterval(() => look(current, 'shown'), lookMs);
  // What the user does next, such as to go to another page, has to work.
  const lookFirst = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.key === 'Enter') look(current, 'shown');
  };
  for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, lookFirst, { capture: true, passive: true });
  return {
    enter({ id, version }) {
      look(current, 'shown');
      current = { id, version };
    },
    ran: version => look(version, 'evaluate'),
  };
}
