import { describe, expect, test } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { Page, PageContent, PageHeader } from './page.ts';

function show() {
  return render(
    <MemoryRouter>
      <Page>
        <PageHeader
          title="Payments"
          detail="payments-api"
          kicker="Component"
          subtitle="Takes money"
          breadcrumbs={[{ label: 'Catalog', to: '/catalog' }, { label: 'default' }]}
          actions={<button type="button">Refresh</button>}
        />
        <PageContent>Body</PageContent>
      </Page>
    </MemoryRouter>,
  );
}

describe('Page', () => {
  test('has one heading that can take the focus without being a tab stop', () => {
    show();
    const heading = screen.getByRole('heading', { level: 1, name: 'Payments payments-api' });
    heading.focus();
    expect(heading).toHaveFocus();
    expect(heading).toHaveAttribute('tabindex', '-1');
  });

  test('shows the way up as breadcrumbs, parts without a path as text', () => {
    show();
    const trail = within(screen.getByRole('navigation', { name: 'Breadcrumb' }));
    expect(trail.getByRole('link', { name: 'Catalog' })).toHaveAttribute('href', '/catalog');
    expect(trail.queryByRole('link', { name: 'default' })).toBeNull();
    expect(trail.getByText('default')).toBeVisible();
  });

  test('adds no second main landmark', () => {
    show();
    expect(screen.queryByRole('main')).toBeNull();
    expect(screen.getByRole('button', { name: 'Refresh' })).toBeVisible();
  });
});
