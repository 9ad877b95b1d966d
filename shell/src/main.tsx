import '@portico/ui/tokens.css';
import './boot.css';
import type { SnapshotRemote } from '@portico/contracts';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { openPortal } from './discovery/open-portal.ts';
import { createShell } from './create-shell.ts';
import { PortalRoot } from './layout/portal-root.tsx';
import { ShellProvider } from './layout/shell-context.ts';
import { openRoute } from './layout/open-route.ts';
import type { ConductWatch } from './conduct/watch-conduct.ts';
import type { FreezeWatch } from './freezes/freeze-watch.ts';
import { connectFederation } from './loading/connect-federation.ts';
import { mendCache } from './loading/mend-cache.ts';
import { createRemoteLoader } from './loading/remote-loader.ts';
import { createRetry } from './loading/retrying.ts';
import type { LoadableRemote } from './loading/loadable-remote.ts';
import { takeProposals } from './overrides/proposals.ts';
import { resetAtStart } from './overrides/reset-at-start.ts';
import { laterParts, loadLater, loadOverrides } from './parts/later.ts';
import type { LaterParts } from './parts/later.ts';
import { openPage } from './page.ts';


const page = openPage(document);
// webpack puts it on every script and style that it adds.
__webpack_nonce__ = page.nonce;

// `?portico-remote=<id>@<url>` proposes another build of a remote, `?portico-remote=reset` takes all back. Neither stays in the address.
if (takeProposals()) await resetAtStart();

// Discover: who is here, and what does the registry offer?
const { portal, lastPortals, storage, readSession, listen } = openPortal(window, page.firstSnapshot);
const retry = createRetry(Math.random, thrown => loadLater().then(parts => parts.explainFile(thrown), () => thrown));
const release = (...what: Parameters<LaterParts['releaseRemote']>) => laterParts()?.releaseRemote(...what);
// For testers: `?portico-chaos=<remote>:<mode>`, or `porticoChaos` of the window, makes a remote fail, where the portal allows it.
const { search: chaosSearch } = window.location;
const chaosSwitches = () => (window as { porticoChaos?: string }).porticoChaos ?? chaosSearch;
const chaos = chaosSwitches().includes('portico-chaos=')
  ? (await import(/* webpackChunkName: "chaos" */ './chaos/chaos.tsx')).createChaos(chaosSwitches, () => {
      const state = portal.getState();
      return state.kind === 'ready' && state.snapshot.chaos === true;
    })
  : undefined;
type Load = (remote: LoadableRemote) => Promise<unknown>;
const throughOverride = async (remote: LoadableRemote, load: Load) =>
  remote.override ? (await loadOverrides()).openOverride(remote, load, () => void portal.lookAgain()) : load(remote);
const around = chaos ? (remote: LoadableRemote, load: Load) => chaos.around(remote, changed => throughOverride(changed, load)) : throughOverride;
// What freezes the page is told by a worker, and does not start by itself the next time.
let freezes: FreezeWatch | undefined;
const watch = () => (freezes ??= laterParts()?.watchForFreezes(shell.config));
// What they do to the page beyond their own place in it is laid to them.
let conduct: ConductWatch | undefined;
const follow = () => {
  const { offered, apis, onLoad } = shell;
  return (conduct ??= laterParts()?.watchConduct({ remotes: offered.get, apis, storage, onLoad }));
};
const admit = async (remote: LoadableRemote) => {
  await watch()?.admit(remote);
  follow()?.enter(remote);
};
const ran = (remote: Parameters<ConductWatch['ran']>[0]) => follow()?.ran(remote);
const loader = createRemoteLoader({ retry, release, around, admit, ran, connect: (attempts, reached) => connectFederation({ attempts, reached, nonce: page.nonce }) });
const onUse = (remote: SnapshotRemote) => {
  watch()?.note(remote);
  follow()?.enter(remote);
};
const shell = createShell({ portal, lastPortals, loader, storage, readSession, retry, onUse, onRan: ran, ...(chaos ? { chaos } : {}) });
// What a portal in use needs comes meanwhile; the sign-in page does without.
if (page.firstSnapshot) loadLater().then(watch).catch(() => undefined);
await portal.start();
const later = portal.getState().kind === 'signed-out' ? undefined : await loadLater().catch(() => undefined);
if (later) {
  shell.offer();
  later.followBranding(document, { current: shell.config, subscribe: portal.subscribe });
  later.preloadOnIntent(shell);
  later.followOverrides(portal);
  later.askForTheRest(shell);
  void shell.session().then(session => session.start());
}

// A start page of one's own.
const { pathname, search, hash } = window.location;
if (pathname === '/') window.history.replaceState(null, '', shell.preferences.getStartPage() + search + hash);

// Route: the offered remotes are the routes. A file that arrives damaged is fetched anew.
openRoute(shell, window.location.pathname);
mendCache(document);
listen(notice => {
  const state = portal.getState();
  if (state.kind !== 'ready') return;
  laterParts()?.tellNotice(notice, { user: state.session.user, remotes: state.snapshot.remotes, notifications: shell.notifications, storage });
});

// Render: until now the page shows the outline that the portal rendered. What is thrown is shown by the boundaries.
createRoot(page.root, { onCaughtError: () => undefined }).render(
  <ShellProvider value={shell}>
    <BrowserRouter useTransitions={false}>
      <PortalRoot />
    </BrowserRouter>
  </ShellProvider>,
);
