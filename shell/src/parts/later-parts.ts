// What only a portal in use needs, in one chunk: it comes while the portal is being discovered.
export { createPortalApis } from '../apis/portal-apis.ts';
export { createExtensionsApi } from '../apis/extensions-api.tsx';
export { createProvidedApis } from '../apis/provided-apis.ts';
export { createRoutesApi } from '../apis/routes-api.ts';
export { listenToEvents } from '../discovery/live-events.ts';
export { refresh } from '../discovery/refresh.ts';
export { explainFile } from '../loading/explain-file.ts';
export { releaseRemote } from '../loading/release-remote.ts';
export { preloadOnIntent } from '../layout/link-preload.ts';
export { tellNotice } from '../notices/tell-notice.ts';
export { PortalInUse } from '../layout/portal-in-use.tsx';
export { createLoadReports } from '../reports/load-reports.ts';
export { forgetUser } from '../session/forget-user.ts';
export { repeatWithSession } from '../session/repeat-with-session.ts';
export { createSessionWatch } from '../session/session-watch.ts';
export { followBranding } from '../tweaks/brand-sheet.ts';
export { configureExtensions } from '../tweaks/extension-settings.ts';
