import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import * as runtimeCore from '@module-federation/runtime-core';
import { buildErrors, createError } from '@portico/errors';
import { understandBrowserSources } from './browser-sources.ts';
import { descriptionOf } from './description-of.ts';
import { installFakePage } from './fake-page.ts';
import type { DescribeRequest } from './messages.ts';

type BuildRequest = Extract<DescribeRequest, { kind: 'build' }>;
type HostOptions = ConstructorParameters<typeof runtimeCore.ModuleFederation>[0];

/** Loads the browser build as the shell would and reads what it describes. */
export async function describeBuild(request: BuildRequest): Promise<unknown> {
  understandBrowserSources(new Set(), {});
  const shared = provide(request);
  installFakePage(request.scripts);
  Object.assign(globalThis, { _FEDERATION_RUNTIME_CORE: runtimeCore });
  const host = new runtimeCore.ModuleFederation({
    name: 'portico_build_check',
    shareStrategy: 'loaded-first',
    remotes: [{ name: request.global, entry: `https://portal.invalid/${request.entry}` }],
    shared,
    plugins: [{ name: 'portico-build-entry', loadEntry: () => Promise.resolve(runEntry(request)) }],
  } as HostOptions);
  return descriptionOf(await host.loadRemote(`${request.global}/plugin`));
}

function runEntry({ scripts, entry, global }: BuildRequest): unknown {
  // A classic script's top-level `var` becomes a global of this process, as it would in a page.
  runInThisContext(scripts[entry] ?? '', { filename: entry });
  const container = (globalThis as Record<string, unknown>)[global];
  if (!container) throw createError(buildErrors.CONTAINER_MISSING, { entry, global });
  return container;
}

// Asked for lazily, as in the shell: only what plugin.tsx itself needs is loaded here.
function provide({ directory, shared }: BuildRequest): Record<string, object> {
  const require = createRequire(join(directory, 'package.json'));
  const entries = Object.entries(shared).map(([request, range]) => [
    request,
    {
      version: range.replace(/^[^0-9]*/, ''),
      scope: 'default',
      shareConfig: { singleton: true, requiredVersion: range, strictVersion: false },
      get: () => Promise.resolve(() => require(request) as unknown),
    },
  ]);
  return Object.fromEntries(entries) as Record<string, object>;
}
