import { isPorticoError, messageOf } from '@portico/errors';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { Card } from '@portico/ui/card';
import { Select } from '@portico/ui/field';
import { ErrorState, Skeleton } from '@portico/ui/states';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useMediaQuery } from '../../../components/use-media-query.ts';
import { RelationsCard } from '../relations-card.tsx';
import { RelationGraph } from './relation-graph.tsx';
import { RelationOutline } from './relation-outline.tsx';
import { useGraph } from './use-graph.ts';

const depths = [
  { value: '1', label: '1 step' },
  { value: '2', label: '2 steps' },
  { value: '3', label: '3 steps' },
];

/** What an entity has to do with others: as a picture, and as a list. */
export default function RelationsTab({ entity }: { readonly entity: Entity }): ReactElement {
  const [depth, setDepth] = useState('1');
  const { data, error, refetch } = useGraph(entity, Number(depth));
  // Side by side there is room for two nodes and what lies between them.
  const Graph = useMediaQuery('(max-width: 44rem)') ? RelationOutline : RelationGraph;
  const left = data && data.left > 0 ? `${data.left} more are not drawn.` : undefined;
  return (
    <>
      <Card
        title="Graph"
        padding="none"
        actions={<Select label="Depth" labelHidden value={depth} options={depths} onChange={setDepth} />}
        subtitle={left}
      >
        {data ? <Graph root={stringifyEntityRef(entity)} graph={data} /> : null}
        {!data && error ? (
          <ErrorState
            title="The related entities can't be read"
            message={messageOf(error)}
            code={isPorticoError(error) ? error.code : undefined}
            onRetry={() => void refetch()}
          />
        ) : null}
        {!data && !error ? <Skeleton height="16rem" /> : null}
      </Card>
      <RelationsCard entity={entity} />
    </>
  );
}
