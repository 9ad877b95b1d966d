import { useExtensions } from '@portico/plugin-api';
import { RELATION_HAS_MEMBER, RELATION_HAS_PART, RELATION_MEMBER_OF, RELATION_OWNER_OF } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { entityCardPoint } from '@portico/plugin-catalog-react';
import { Card, CardGrid } from '@portico/ui/card';
import type { ReactElement } from 'react';
import { AboutCard } from './about-card.tsx';
import { LinksCard } from './links-card.tsx';
import { MembersCard } from './members-card.tsx';
import { OwnershipCard } from './ownership-card.tsx';
import { PartsCards } from './parts-card.tsx';
import { RelationsCard } from './relations-card.tsx';

/** Relations that a card of their own shows, by kind. */
const shownElsewhere: Readonly<Record<string, readonly string[]>> = {
  group: [RELATION_HAS_MEMBER, RELATION_OWNER_OF],
  user: [RELATION_MEMBER_OF, RELATION_OWNER_OF],
  system: [RELATION_HAS_PART],
  domain: [RELATION_HAS_PART],
};

/** What the catalog itself knows, and the cards that plugins add. */
export function EntityOverview({ entity }: { readonly entity: Entity }): ReactElement {
  const kind = entity.kind.toLowerCase();
  const isOwner = kind === 'group' || kind === 'user';
  const cards = useExtensions(entityCardPoint, entity);
  return (
    <CardGrid>
      <AboutCard entity={entity} />
      {isOwner ? <MembersCard entity={entity} /> : null}
      {isOwner ? <OwnershipCard entity={entity} /> : null}
      <RelationsCard entity={entity} except={shownElsewhere[kind] ?? []} />
      <LinksCard entity={entity} />
      {kind === 'system' || kind === 'domain' ? <PartsCards entity={entity} /> : null}
      {cards.map(({ id, pluginId, config, Component }) => (
        <Card key={`${pluginId} ${id}`} title={config.title} {...(config.size ? { size: config.size } : {})}>
          <Component />
        </Card>
      ))}
    </CardGrid>
  );
}
