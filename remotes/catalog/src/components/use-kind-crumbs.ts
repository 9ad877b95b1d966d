import { useRouteRef } from '@portico/plugin-api';
import type { Breadcrumb } from '@portico/ui/page';
import { indexRouteRef } from '../routes.ts';
import { pluralOf } from './plural-of.ts';

/** Hook: the pages above an entity of which only the address is known: the catalog, and its list of that kind. */
export function useKindCrumbs(kind: string): readonly Breadcrumb[] {
  const index = useRouteRef(indexRouteRef)();
  const shown = kind === 'api' ? 'API' : kind.charAt(0).toUpperCase() + kind.slice(1);
  return [
    { label: 'Catalog', to: index },
    { label: pluralOf(shown), to: `${index}?kind=${kind}` },
  ];
}
