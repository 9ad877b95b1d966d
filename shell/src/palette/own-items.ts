import { themeOptions } from '../appearance/theme-choice.tsx';
import { navigationWidth, theme } from '../appearance/choices.ts';
import { remoteRoutes } from '../layout/remote-routes.ts';
import type { NavigationGroup } from '../layout/navigation.ts';
import type { Shell } from '../layout/shell-context.ts';
import type { PaletteItem } from './palette-item.ts';

/** All pages: those of the navigation with their headings, then those that only have a route. */
export function pageItems({ offered }: Pick<Shell, 'offered'>, navigation: readonly NavigationGroup[]): readonly PaletteItem[] {
  const listed = navigation.flatMap(group =>
    group.entries.map(({ title, path, icon }) => ({
      title,
      to: path,
      ...(group.title ? { subtitle: group.title } : {}),
      ...(icon ? { icon } : {}),
    })),
  );
  const known = new Set(listed.map(({ to }) => to));
  const others = remoteRoutes(offered.get())
    .filter(({ route }) => !known.has(route.path))
    .map(({ remote, route }) => ({ title: route.title ?? remote.title, to: route.path, ...(route.icon ? { icon: route.icon } : {}) }));
  return [...listed, ...others, { title: 'Settings', to: '/settings', icon: 'settings' }];
}

/** What the shell itself can do. */
export function actionItems({ signOut }: Pick<Shell, 'signOut'>): readonly PaletteItem[] {
  const collapsed = navigationWidth.current() === 'collapsed';
  return [
    ...themeOptions.map(({ value, label, icon }) => ({ title: `Theme: ${label}`, icon, run: () => theme.choose(value) })),
    {
      title: collapsed ? 'Expand navigation' : 'Collapse navigation',
      icon: collapsed ? 'expand' : 'collapse',
      run: () => navigationWidth.choose(collapsed ? 'expanded' : 'collapsed'),
    },
    { title: 'Sign out', icon: 'user', run: () => void signOut() },
  ];
}
