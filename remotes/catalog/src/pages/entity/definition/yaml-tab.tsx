import type { Entity } from '@portico/plugin-catalog-common';
import { Card } from '@portico/ui/card';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { stringify } from 'yaml';
import { SourceText } from './source-text.tsx';

/** The entity as the catalog serves it. */
export default function YamlTab({ entity }: { readonly entity: Entity }): ReactElement {
  const text = useMemo(() => stringify(entity, { lineWidth: 0, aliasDuplicateObjects: false }), [entity]);
  return (
    <Card title="Entity as YAML" subtitle="As the catalog serves it, with what it has added." padding="none">
      <SourceText label="YAML" text={text} />
    </Card>
  );
}
