import { useMemo, useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';
import { matchesPredicate } from '@portico/contracts';
import { useApi } from '../apis/use-api.ts';
import type { ExtensionPoint } from './extension-point.ts';
import { extensionComponentOf } from './extension-component.ts';
import { extensionsApiRef } from './extensions-api.ts';
import type { RegisteredExtension } from './extensions-api.ts';

/** An extension ready to be placed. */
export interface ResolvedExtension<P, C> {
  /** Unique among the extensions of its plugin. */
  readonly id: string;
  readonly pluginId: string;
  readonly config: C;
  /** Loads its plugin when first rendered. Shows waiting and failure in its own place. */
  readonly Component: ComponentType<P>;
}

const orderOf = ({ config }: RegisteredExtension): number => {
  const order = (config as { order?: unknown } | undefined)?.order;
  return typeof order === 'number' ? order : 100;
};

function inOrder(left: RegisteredExtension, right: RegisteredExtension): number {
  const difference = orderOf(left) - orderOf(right);
  if (difference !== 0) return difference;
  const [leftKey, rightKey] = [`${left.id} ${left.pluginId}`, `${right.id} ${right.pluginId}`];
  return leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0;
}

/**
 * Hook: what plugins show at a point, by `config.order` (default 100), then by id. Nothing is loaded before a `Component` is
 * rendered; titles and paths are in `config`.
 *
 * @param subject - what the extensions' `if` is decided from, for example the entity of the page
 */
export function useExtensions<P, C>(point: ExtensionPoint<P, C>, subject?: unknown): readonly ResolvedExtension<P, C>[] {
  const api = useApi(extensionsApiRef);
  const list = (): readonly RegisteredExtension[] => api.list(point.id);
  const registered = useSyncExternalStore(api.subscribe, list, list);
  return useMemo(
    () =>
      registered
        .filter(extension => extension.if === undefined || matchesPredicate(extension.if, subject))
        .sort(inOrder)
        .map(extension => ({
          id: extension.id,
          pluginId: extension.pluginId,
          config: (extension.config ?? {}) as C,
          Component: extensionComponentOf(api, extension) as ComponentType<unknown> as ComponentType<P>,
        })),
    [api, registered, subject],
  );
}
