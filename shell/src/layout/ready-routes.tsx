import { matchRemote } from '@portico/contracts';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { NotFoundPage, SettingsPage, StartPage } from '../parts/shell-parts.tsx';
import { OutlinedPage } from '../plugins/outlined-page.tsx';
import { RemotePage } from '../plugins/remote-page.tsx';
import { keyOf } from '../plugins/remote-state.ts';
import { remoteRoutes } from './remote-routes.ts';
import type { NavigationGroup } from './navigation.ts';
import { useRemotes } from './shell-context.ts';

/** Props of `ReadyRoutes`. */
export interface ReadyRoutesProps {
  readonly title: string;
  readonly navigation: readonly NavigationGroup[];
}

/** The routes of the remotes, as the snapshot has them, and the few of the shell itself. */
export function ReadyRoutes({ title, navigation }: ReadyRoutesProps) {
  const { pathname } = useLocation();
  const remotes = useRemotes();
  // The router works through all routes at each navigation, and a portal can have a thousand.
  const found = matchRemote(remotes, pathname);
  const routes = found ? [found] : remoteRoutes(remotes);
  const pages = navigation.flatMap(({ entries }) => entries);
  return (
    <Routes>
      {routes.map(({ remote, route }) => (
        <Route
          key={route.path}
          path={route.path === '/' ? '/' : `${route.path.replace(/\/+$/, '')}/*`}
          element={
            remote.outline ? (
              <OutlinedPage title={route.title ?? remote.title} />
            ) : (
              <RemotePage key={`${keyOf(remote)} ${route.path}`} remote={remote} route={route} />
            )
          }
        />
      ))}
      {!routes.some(({ route }) => route.path === '/') && <Route path="/" element={<StartPage title={title} groups={navigation} />} />}
      <Route path="/settings" element={<SettingsPage navigation={navigation} />} />
      <Route path="/sign-in" element={<Navigate to="/" replace />} />
      <Route path="*" element={<NotFoundPage path={pathname} pages={pages} />} />
    </Routes>
  );
}
