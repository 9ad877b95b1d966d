import { render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import { Suspense } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { PluginBoundary, apiContext } from '@portico/plugin-api';
import type { PluginInfo } from '@portico/plugin-api';
import { createFakePortal } from './create-fake-portal.ts';
import type { FakePortal, FakePortalOptions } from './create-fake-portal.ts';

/** What a fake portal shows, and for whom. */
export interface RenderInPortalOptions extends FakePortalOptions {
  /** The address at the start. Default `/`. */
  readonly route?: string;
  /** Where the element stands among the routes, for `useParams`: `/catalog/:kind/:name`. Default: everywhere. */
  readonly path?: string;
  /** Whose code the element is. Default `{ pluginId: 'test', version: '0.0.0' }`. */
  readonly plugin?: Partial<PluginInfo>;
}

/** The result of Testing Library, the fakes, and the address. */
export interface RenderedInPortal extends RenderResult {
  readonly portal: FakePortal;
  /** Path, query and hash of the address now. */
  location(): string;
}

function FakeShell({ portal, route, onLocation, children }: FakeShellProps): ReactElement {
  return (
    <MemoryRouter initialEntries={[route]}>
      <LocationProbe onLocation={onLocation} />
      <apiContext.Provider value={portal.holder}>
        <Suspense fallback={<div role="status">Loading</div>}>{children}</Suspense>
      </apiContext.Provider>
    </MemoryRouter>
  );
}

interface FakeShellProps {
  readonly portal: FakePortal;
  readonly route: string;
  onLocation(address: string): void;
  readonly children: ReactNode;
}

function LocationProbe({ onLocation }: Pick<FakeShellProps, 'onLocation'>): null {
  const { pathname, search, hash } = useLocation();
  onLocation(`${pathname}${search}${hash}`);
  return null;
}

/** Renders what `content` makes of a new fake portal inside router and APIs. */
export function renderShell(content: (portal: FakePortal) => ReactNode, options: RenderInPortalOptions): RenderedInPortal {
  const portal = createFakePortal(options);
  const { route = '/' } = options;
  let address = route;
  const onLocation = (next: string): void => {
    address = next;
  };
  const inShell = (node: ReactNode): ReactElement => (
    <FakeShell portal={portal} route={route} onLocation={onLocation}>
      {node}
    </FakeShell>
  );
  const result = render(inShell(content(portal)));
  return { ...result, rerender: node => result.rerender(inShell(node)), portal, location: () => address };
}

/**
 * Renders a component of a plugin as the portal would: with a router and all APIs, faked.
 *
 * @example
 * const { portal } = renderInPortal(<IndexPage />, { apis: [provideApi(catalogApiRef, fake)], route: '/catalog?kind=api' });
 * expect(portal.notifications.posted).toEqual([]);
 */
export function renderInPortal(element: ReactNode, options: RenderInPortalOptions = {}): RenderedInPortal {
  const plugin = { pluginId: 'test', version: '0.0.0', ...options.plugin };
  return renderShell(({ installed }) => {
    const apis = installed.find(plugin.pluginId) && installed.holderOf(plugin.pluginId);
    const inside = (
      <PluginBoundary plugin={plugin} apis={apis}>
        {element}
      </PluginBoundary>
    );
    if (options.path === undefined) return inside;
    return (
      <Routes>
        <Route path={options.path} element={inside} />
      </Routes>
    );
  }, options);
}
