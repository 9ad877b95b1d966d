import { Card, CardGrid } from '@portico/ui/card';
import { TextLink } from '@portico/ui/link';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { EmptyState } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { exhibits } from '../exhibits/exhibits.ts';

/** `/gallery` lists the families, `/gallery/<family>` shows one in all its states. */
export default function GalleryPage(): ReactElement {
  return (
    <Routes>
      <Route index element={<Families />} />
      <Route path=":family" element={<Family />} />
    </Routes>
  );
}

function Families(): ReactElement {
  return (
    <Page>
      <PageHeader title="Component gallery" subtitle="The component families of the portal, each in all its states." />
      <PageContent>
        <CardGrid>
          {exhibits.map(({ family, title, purpose }) => (
            <Card key={family} title={title} size="small" actions={<TextLink to={`/gallery/${family}`}>{`See ${title.toLowerCase()}`}</TextLink>}>
              {purpose}
            </Card>
          ))}
        </CardGrid>
      </PageContent>
    </Page>
  );
}

function Family(): ReactElement {
  const { family } = useParams();
  const exhibit = exhibits.find(shown => shown.family === family);
  return (
    <Page>
      <PageHeader
        title={exhibit?.title ?? 'No such family'}
        subtitle={exhibit?.purpose}
        breadcrumbs={[{ label: 'Component gallery', to: '/gallery' }]}
      />
      <PageContent>
        {exhibit ? <exhibit.Component /> : <EmptyState title="No such family" description={`Nothing is shown for "${family}".`} />}
      </PageContent>
    </Page>
  );
}
