import { messageOf } from '@portico/errors';
import type { ExtensionsApi, ExtensionState, MountedExtension, RegisteredExtension } from '@portico/plugin-api';
import type { ReactNode } from 'react';

/** Extensions that a test can change. */
export interface FakeExtensionsApi extends ExtensionsApi {
  /** Replaces all extensions, as when the registry offers something else. */
  replace(extensions: readonly RegisteredExtension[]): void;
  /** What was thrown by extensions. */
  readonly failures: readonly unknown[];
}

/** A status `Loading <plugin>`, or an alert with the message and a button `Retry`. */
export function renderFakeState(state: ExtensionState): ReactNode {
  if (state.state === 'loading') return <div role="status">Loading {state.pluginId}</div>;
  return (
    <div role="alert">
      {state.pluginId} failed: {messageOf(state.error)}
      <button type="button" onClick={state.retry}>
        Retry
      </button>
    </div>
  );
}

/** Makes the extensions API over a list, with a loader for their code. */
export function createFakeExtensionsApi(
  extensions: readonly RegisteredExtension[],
  load: (extension: RegisteredExtension) => Promise<MountedExtension>,
): FakeExtensionsApi {
  let current = extensions;
  const lists = new Map<string, readonly RegisteredExtension[]>();
  const listeners = new Set<() => void>();
  const failures: unknown[] = [];
  return {
    failures,
    list(point) {
      const list = lists.get(point) ?? current.filter(extension => extension.point === point);
      lists.set(point, list);
      return list;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load,
    renderState: renderFakeState,
    report: error => void failures.push(error),
    replace(next) {
      current = next;
      lists.clear();
      for (const listener of listeners) listener();
    },
  };
}
