import { Card, CardGrid } from '@portico/ui/card';
import { Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';

/** Where the cards of an entity will be. */
export function WaitingCards(): ReactElement {
  return (
    <div aria-busy="true">
      <CardGrid>
        <Card title="About">
          <Skeleton lines={5} />
        </Card>
        <Card title="Relations">
          <Skeleton lines={5} />
        </Card>
      </CardGrid>
    </div>
  );
}
