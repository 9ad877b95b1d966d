import type { AnyRouteRef } from './route-ref.ts';

/** Plugin id -> name of the ref in that plugin. A ref of a library that two remotes share may be named by both. */
type NamesByPlugin = Map<string, string>;

const names = new WeakMap<AnyRouteRef, NamesByPlugin>();

/** Remembers under which name a plugin declares a ref. */
export function nameRouteRef(ref: AnyRouteRef, pluginId: string, name: string): void {
  const byPlugin = names.get(ref) ?? new Map<string, string>();
  byPlugin.set(pluginId, name);
  names.set(ref, byPlugin);
}

/** The full name of a plugin's own route ref: `catalog.entity`. Undefined before createPlugin has seen it. */
export function fullNameOf(ref: AnyRouteRef): string | undefined {
  if (ref.$$type !== '@portico/ExternalRouteRef' && ref.id !== undefined) return ref.id;
  const [first] = names.get(ref) ?? [];
  return first && first.join('.');
}

/** The name under which one plugin declares an external route ref: `radar.entity`. */
export function nameWithin(ref: AnyRouteRef, pluginId: string): string | undefined {
  const name = names.get(ref)?.get(pluginId);
  return name === undefined ? undefined : `${pluginId}.${name}`;
}
