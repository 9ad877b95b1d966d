import { useRouteRef } from '@portico/plugin-api';
import type { Breadcrumb } from '@portico/ui/page';
import { indexRouteRef } from '../routes.ts';
import { kindTitle } from './kind-title.ts';
import { pluralOf } from './plural-of.ts';

/** Hook: the pages above an entity of which only the address is known: the catalog, and its list of that kind. */
export function useKindCrumbs(kind: string): readonly Breadcrumb[] {
  const index = useRouteRef(indexRouteRef)();
  return [
    { label: 'Catalog', to: index },
    { label: pluralOf(kindTitle(kind)), to: `${index}?kind=${kind}` },
  ];
}
