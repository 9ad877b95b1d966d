import { LatePage } from '../fallbacks/late-page.tsx';
import { lazyPart } from './lazy-part.tsx';

const page = (title: string) => ({ title, waiting: <LatePage title={title} /> });

/** What is shown before the portal is in use: each comes when it is needed. */
export const UnreachablePage = lazyPart(
  async () => (await import(/* webpackChunkName: "unreachable" */ '../pages/unreachable-page.tsx')).UnreachablePage,
  page('The portal'),
);
export const SignInPage = lazyPart(
  async () => (await import(/* webpackChunkName: "session" */ '../session/sign-in-page.tsx')).SignInPage,
  page('The sign-in page'),
);
