/**
 * The names of `react-router` that the shell provides to remotes. The list is part of the plugin contract: it
 * is in `offer.json`, and a remote that imports another name is refused at preflight.
 */
export const routerNames = [
  'Link',
  'NavLink',
  'Navigate',
  'Outlet',
  'Route',
  'Routes',
  'createSearchParams',
  'generatePath',
  'matchPath',
  'useHref',
  'useLocation',
  'useMatch',
  'useNavigate',
  'useNavigationType',
  'useParams',
  'useResolvedPath',
  'useRoutes',
  'useSearchParams',
] as const;
