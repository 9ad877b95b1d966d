import type { ImpactRequest, Offer } from '@portico/contracts';

/** A package of the shared core, whose modules move together. */
export interface CorePackage {
  /** `react`, `@portico/ui`. */
  readonly name: string;
  /** The version that the shell provides now. */
  readonly version: string;
  /** Import requests: `react`, `react/jsx-runtime`. */
  readonly requests: readonly string[];
}

const pluginApi = '@portico/plugin-api';

const packageOf = (request: string): string => request.split('/').slice(0, request.startsWith('@') ? 2 : 1).join('/');

/** The packages of what the shell offers, the plugin API first. */
export function corePackages({ shared, pluginApi: version }: Offer): CorePackage[] {
  const names = [...new Set([pluginApi, ...Object.keys(shared).map(packageOf)])];
  return names.map(name => {
    const requests = Object.keys(shared).filter(request => packageOf(request) === name);
    return { name, version: name === pluginApi ? version : (shared[requests[0] ?? ''] ?? ''), requests };
  });
}

/** What would be otherwise, as the registry wants it asked. */
export function impactRequest(packages: readonly CorePackage[], proposed: ReadonlyMap<string, string>): ImpactRequest {
  const shared: Record<string, string> = {};
  let portal: string | undefined;
  for (const { name, version, requests } of packages) {
    const wanted = proposed.get(name)?.trim();
    if (!wanted || wanted === version) continue;
    if (name === pluginApi) portal = wanted;
    for (const request of requests) shared[request] = wanted;
  }
  return { ...(Object.keys(shared).length > 0 ? { shared } : {}), ...(portal === undefined ? {} : { portal }) };
}
