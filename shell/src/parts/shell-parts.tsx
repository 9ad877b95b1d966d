import { LatePage } from '../fallbacks/late-page.tsx';
import { lazyPart } from './lazy-part.tsx';
import { loadOverrides } from './later.ts';

const page = (title: string) => ({ title, waiting: <LatePage title={title} /> });

/** The parts of a portal in use that come when they are needed. Those of one chunk come together. */
export const StartPage = lazyPart(
  async () => (await import(/* webpackChunkName: "pages" */ '../pages/start-page.tsx')).StartPage,
  page('The start page'),
);
export const NotFoundPage = lazyPart(
  async () => (await import(/* webpackChunkName: "pages" */ '../pages/not-found-page.tsx')).NotFoundPage,
  page('The page'),
);
export const RefusedPage = lazyPart(
  async () => (await import(/* webpackChunkName: "pages" */ '../pages/refused-page.tsx')).RefusedPage,
  page('The page'),
);
export const SettingsPage = lazyPart(
  async () => (await import(/* webpackChunkName: "pages" */ '../account/settings-page.tsx')).SettingsPage,
  page('Settings'),
);
export const UserMenuPanel = lazyPart(
  async () => (await import(/* webpackChunkName: "pages" */ '../account/user-menu-panel.tsx')).UserMenuPanel,
  { title: 'The menu' },
);
export const SignedOutDialog = lazyPart(
  async () => (await import(/* webpackChunkName: "session" */ '../session/signed-out-dialog.tsx')).SignedOutDialog,
  { title: 'The sign-in' },
);
export const CommandPalette = lazyPart(
  async () => (await import(/* webpackChunkName: "palette" */ '../palette/command-palette.tsx')).CommandPalette,
  { title: 'The search' },
);
export const OverrideConsent = lazyPart(async () => (await loadOverrides()).OverrideConsent, { title: 'The question about an override' });
export const OverrideMenuEntry = lazyPart(async () => (await loadOverrides()).OverrideMenuEntry, { title: 'The entry of local overrides' });
export const OverrideNote = lazyPart(async () => (await loadOverrides()).OverrideNote, { title: 'The override' });
export const OverrideSettings = lazyPart(async () => (await loadOverrides()).OverrideSettings, { title: 'Local overrides' });
