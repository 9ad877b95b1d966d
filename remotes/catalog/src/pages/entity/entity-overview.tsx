import { useExtensions } from '@portico/plugin-api';
import type { Entity } from '@portico/plugin-catalog-common';
import { entityCardPoint } from '@portico/plugin-catalog-react';
import { Card, CardGrid } from '@portico/ui/card';
import type { ReactElement } from 'react';
import { AboutCard } from './about-card.tsx';
import { LinksCard } from './links-card.tsx';
import { RelationsCard } from './relations-card.tsx';

/** What the catalog itself knows, and the cards that plugins add. */
export function EntityOverview({ entity }: { readonly entity: Entity }): ReactElement {
  const cards = useExtensions(entityCardPoint, entity);
  return (
    <CardGrid>
      <AboutCard entity={entity} />
      <RelationsCard entity={entity} />
      <LinksCard entity={entity} />
      {cards.map(({ id, pluginId, config, Component }) => (
        <Card key={`${pluginId} ${id}`} title={config.title} {...(config.size ? { size: config.size } : {})}>
          <Component />
        </Card>
      ))}
    </CardGrid>
  );
}
