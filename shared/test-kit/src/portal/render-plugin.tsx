import { ExtensionBoundary, PluginBoundary } from '@portico/plugin-api';
import type { AnyComponent, Plugin } from '@portico/plugin-api';
import { lazy, useState } from 'react';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import type { FakePortal } from './create-fake-portal.ts';
import { fakeVersion } from './installed-plugins.ts';
import { renderShell } from './render-in-portal.tsx';
import type { RenderedInPortal, RenderInPortalOptions } from './render-in-portal.tsx';

interface PluginPageProps {
  readonly plugin: Plugin;
  readonly portal: FakePortal;
  readonly path: string;
  readonly extensionId: string;
}

function PluginPage({ plugin, portal, path, extensionId }: PluginPageProps): ReactElement {
  const load = (): AnyComponent => lazy(async () => ({ default: (await plugin.load(extensionId)).Component }));
  const [{ Page }, setPage] = useState(() => ({ Page: load() }));
  const extension = { pluginId: plugin.id, version: fakeVersion, id: extensionId, point: 'core.page/v1' };
  return (
    <ExtensionBoundary extension={extension} api={portal.extensions} onRetry={() => setPage({ Page: load() })}>
      <PluginBoundary
        plugin={{ pluginId: plugin.id, version: fakeVersion, basePath: path }}
        apis={portal.installed.holderOf(plugin.id)}
      >
        <Page />
      </PluginBoundary>
    </ExtensionBoundary>
  );
}

/**
 * Renders the pages of a plugin on their routes, each in the boundary of its own, with the plugin's APIs over the faked
 * ones. `options.route` says which page is open.
 */
export function renderPlugin(plugin: Plugin, options: RenderInPortalOptions = {}): RenderedInPortal {
  const { plugins = [] } = options;
  const all = plugins.includes(plugin) ? plugins : [...plugins, plugin];
  return renderShell(
    portal => (
      <Routes>
        {plugin.describe().routes.map(({ path, extension }) => (
          <Route
            key={path}
            path={path === '/' ? '/' : `${path}/*`}
            element={<PluginPage plugin={plugin} portal={portal} path={path} extensionId={extension} />}
          />
        ))}
        <Route path="*" element={<div>No page here</div>} />
      </Routes>
    ),
    { ...options, plugins: all },
  );
}
