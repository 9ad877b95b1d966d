import { Avatar } from '@portico/ui/avatar';
import { Badge } from '@portico/ui/badge';
import { Button, ButtonGroup } from '@portico/ui/button';
import { Card, CardGrid } from '@portico/ui/card';
import { TextLink } from '@portico/ui/link';
import { Page, PageContent } from '@portico/ui/page';
import { EmptyState, ErrorState, Loading, Skeleton } from '@portico/ui/states';
import { TabNav } from '@portico/ui/tabs';
import type { ReactElement } from 'react';
import { Example } from './example.tsx';

const variants = ['primary', 'secondary', 'plain', 'danger', 'danger-primary'] as const;
const tones = ['neutral', 'accent', 'success', 'warning', 'danger', 'info'] as const;

/** This page's own header is the first example: a page has one only. */
export function Pages(): ReactElement {
  return (
    <>
      <Example title="The header">
        <p>The head of this page is one: where it is, what it is, a line about it. Actions stand at its right, a kicker above the title.</p>
      </Example>
      <Example stacked title="Content that is read: lines stay short">
        <Page>
          <PageContent width="readable">
            <p>
              A paragraph in the readable width. Plugins arrive while the portal runs: a team publishes a version, and open sessions take it up
              with their next step into it. What is typed is not lost, and a version that fails gives way to the last good one by itself.
            </p>
          </PageContent>
        </Page>
      </Example>
    </>
  );
}

export function Buttons(): ReactElement {
  return (
    <>
      {(['medium', 'small'] as const).map(size => (
        <Example key={size} title={`Size ${size}`}>
          {variants.map(variant => (
            <Button key={variant} variant={variant} size={size}>{`A ${variant} button`}</Button>
          ))}
        </Example>
      ))}
      <Example title="A group: views of the same thing, of which one is shown">
        <ButtonGroup label="View">
          <Button aria-pressed={true}>Plot</Button>
          <Button aria-pressed={false}>List</Button>
          <Button aria-pressed={false}>Table</Button>
        </ButtonGroup>
      </Example>
      <Example title="Disabled">
        {variants.map(variant => (
          <Button key={variant} variant={variant} disabled>{`A ${variant} button`}</Button>
        ))}
      </Example>
    </>
  );
}

export function Badges(): ReactElement {
  return (
    <Example title="Tones">
      {tones.map(tone => (
        <Badge key={tone} tone={tone}>
          {tone}
        </Badge>
      ))}
    </Example>
  );
}

export function Avatars(): ReactElement {
  return (
    <Example title="Sizes, and a colour for each name">
      {(['small', 'medium', 'large'] as const).map(size => (
        <Avatar key={size} name="Ada Lovelace" size={size} decorative={false} />
      ))}
      {['payments-team', 'Grace Hopper', 'platform', 'Search', 'Alan Turing', 'docs'].map(name => (
        <Avatar key={name} name={name} decorative={false} />
      ))}
    </Example>
  );
}

export function Links(): ReactElement {
  return (
    <Example title="Inside, outside, to write to, quiet, unsafe">
      <TextLink to="/catalog">The catalog</TextLink>
      <TextLink href="https://example.com">A page outside</TextLink>
      <TextLink href="mailto:portal@example.com">portal@example.com</TextLink>
      <TextLink to="/catalog" tone="quiet">
        A quiet link
      </TextLink>
      <TextLink href="javascript:alert(1)">An address that a browser would run</TextLink>
    </Example>
  );
}

export function Tabs(): ReactElement {
  return (
    <Example title="The current tab, and others">
      <TabNav
        label="Example"
        tabs={[
          { to: '/gallery/tabs', label: 'Overview' },
          { to: '/gallery/card', label: 'Cards' },
          { to: '/gallery/table', label: 'Tables' },
        ]}
      />
    </Example>
  );
}

export function Cards(): ReactElement {
  return (
    <CardGrid>
      <Card title="Small" size="small" subtitle="With a subtitle">
        A third of the row.
      </Card>
      <Card title="Medium" actions={<Button size="small">Refresh</Button>}>
        Half of the row, with an action.
      </Card>
      <Card title="Wide" size="wide" count={1234}>
        All of the row, with how many things it lists.
      </Card>
    </CardGrid>
  );
}

export function States(): ReactElement {
  return (
    <>
      <Example title="Loading">
        <Loading label="Loading the catalog" />
      </Example>
      <Example stacked title="Skeleton">
        <Skeleton lines={4} />
      </Example>
      <Example stacked title="Empty">
        <EmptyState title="Nothing here yet" description="Star an entity to find it here." action={<Button>Open the catalog</Button>} />
      </Example>
      <Example stacked title="Failed">
        <ErrorState title="The catalog can't be read" message="The backend answered 503" code="CATALOG_DOWN" onRetry={() => undefined} />
      </Example>
    </>
  );
}
