import type { Entity } from '@portico/plugin-catalog-common';
import { YamlView } from '@portico/ui/code';
import type { ReactElement } from 'react';

/** The entity as the catalog serves it, with what the catalog has added. */
export default function YamlTab({ entity }: { readonly entity: Entity }): ReactElement {
  return <YamlView label="YAML" value={entity} maxHeight="75vh" />;
}
