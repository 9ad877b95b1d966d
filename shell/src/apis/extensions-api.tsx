import { useEffect } from 'react';
import type { SnapshotRemote } from '@portico/contracts';
import { createError, isPorticoError, loaderErrors } from '@portico/errors';
import type { ErrorApi, ExtensionsApi, MountedExtension, RegisteredExtension } from '@portico/plugin-api';
import { ExtensionFailure } from '../fallbacks/extension-failure.tsx';
import { Skeleton } from '../fallbacks/skeleton.tsx';
import { OverrideNote } from '../parts/shell-parts.tsx';
import type { ExtensionLoads } from '../plugins/extension-loads.ts';
import type { OfferedRemotes } from '../plugins/offered-remotes.ts';
import type { OnLoad } from '../plugins/remote-store.ts';

/** What extensions come from. */
export interface ExtensionsSource {
  readonly offered: OfferedRemotes;
  readonly loads: ExtensionLoads;
  readonly errors: ErrorApi;
  /** Told of extensions that threw. */
  readonly onLoad?: OnLoad;
}

const keyOf = ({ pluginId, version, id }: RegisteredExtension) => `${pluginId}@${version} ${id}`;

function registeredBy(remotes: readonly SnapshotRemote[], point: string): readonly RegisteredExtension[] {
  return remotes
    .filter(({ status }) => status !== 'refused')
    .flatMap(({ id: pluginId, version, extensions }) =>
      extensions.filter(extension => extension.point === point).map(extension => ({ ...extension, pluginId, version })),
    );
}

/** The extensions that the snapshot declares. Their plugins are loaded when the first of them is shown. */
export function createExtensionsApi({ offered, loads, errors, onLoad }: ExtensionsSource): ExtensionsApi {
  let listed: readonly SnapshotRemote[] | undefined;
  const lists = new Map<string, readonly RegisteredExtension[]>();
  const failures = new Map<string, unknown>();

  const remoteOf = ({ pluginId, version, id }: RegisteredExtension): SnapshotRemote => {
    const remote = offered.get().find(candidate => candidate.id === pluginId && candidate.version === version);
    if (!remote) throw createError(loaderErrors.EXTENSION_MISSING, { extension: id });
    return remote;
  };

  async function load(extension: RegisteredExtension): Promise<MountedExtension> {
    const remote = remoteOf(extension);
    const key = keyOf(extension);
    // To be asked again after a failure is a retry.
    if (failures.has(key)) loads.again(remote, extension.id, failures.get(key));
    failures.delete(key);
    const { extension: loaded, apis } = await loads.load(remote, extension.id);
    const { Component } = loaded;
    return {
      apis,
      Component: function HeldExtension(props: object) {
        useEffect(() => offered.hold(remote.id), []);
        return <Component {...props} />;
      },
    };
  }

  return {
    list(point) {
      if (listed !== offered.get()) {
        listed = offered.get();
        lists.clear();
      }
      const list = lists.get(point) ?? registeredBy(listed, point);
      lists.set(point, list);
      return list;
    },
    subscribe: offered.subscribe,
    load,
    renderState(state) {
      if (state.state === 'loading') return <Skeleton lines={3} />;
      const remote = offered.get().find(({ id }) => id === state.pluginId);
      const note = remote?.override ? { note: <OverrideNote remote={remote} /> } : {};
      return <ExtensionFailure title={remote?.title ?? state.pluginId} error={state.error} onRetry={state.retry} {...note} />;
    },
    report(error, extension) {
      failures.set(keyOf(extension), error);
      errors.report(error, { hidden: true });
      const code = isPorticoError(error) ? error.code : loaderErrors.RENDER_FAILED.code;
      // What failed to load was told when it did.
      const isOfLoading = isPorticoError(error) && code.startsWith('LOADER_');
      if (!isOfLoading) onLoad?.({ remote: extension.pluginId, version: extension.version, outcome: 'render-error', code });
    },
  };
}
