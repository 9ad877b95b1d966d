import '@portico/ui/tokens.css';
import './boot.css';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { openPortal } from './discovery/open-portal.ts';
import { createShell } from './create-shell.ts';
import { PortalRoot } from './layout/portal-root.tsx';
import { ShellProvider } from './layout/shell-context.ts';
import { preloadOnIntent } from './layout/link-preload.ts';
import { openRoute } from './layout/open-route.ts';
import { connectFederation } from './loading/connect-federation.ts';
import { mendCache } from './loading/mend-cache.ts';
import { createRemoteLoader } from './loading/remote-loader.ts';
import { openPage } from './page.ts';

const page = openPage(document);
// webpack puts it on every script and style that it adds.
__webpack_nonce__ = page.nonce;

// Discover: who is here, and what does the registry offer?
const { portal, lastPortals, storage, listen } = openPortal(window, page.expectsSession);
const loader = createRemoteLoader({ connect: (attempts, reached) => connectFederation({ attempts, reached, nonce: page.nonce }) });
const shell = createShell({ portal, lastPortals, loader, storage });
await portal.start();

// Route: the offered remotes are the routes. A link that leads into one preloads it; a file that arrives damaged is fetched anew.
openRoute(shell, window.location.pathname);
preloadOnIntent(shell);
mendCache(document);
listen();

// Render: until now the page shows the outline that the portal rendered. What is thrown is shown by the boundaries.
createRoot(page.root, { onCaughtError: () => undefined }).render(
  <ShellProvider value={shell}>
    <BrowserRouter>
      <PortalRoot />
    </BrowserRouter>
  </ShellProvider>,
);
