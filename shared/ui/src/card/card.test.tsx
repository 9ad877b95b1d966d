import { afterEach, describe, expect, test } from '@jest/globals';
import { act, render, screen, within } from '@testing-library/react';
import { Card, CardGrid } from './card.tsx';

const { dataset } = document.documentElement;

afterEach(() => void delete dataset['locale']);

describe('Card', () => {
  test('is a region named by its title that holds its content and actions', () => {
    render(
      <CardGrid>
        <Card title="About" actions={<a href="/edit">Edit</a>}>
          Owned by payments
        </Card>
      </CardGrid>,
    );
    const card = screen.getByRole('region', { name: 'About' });
    expect(card).toHaveTextContent('Owned by payments');
    expect(within(card).getByRole('link', { name: 'Edit' })).toBeVisible();
  });

  test('says how many things it lists, beside its name', () => {
    render(
      <Card title="Components" count={1200}>
        none
      </Card>,
    );
    expect(screen.getByRole('region', { name: 'Components' })).toHaveTextContent('1,200');
  });

  test('writes its count as the user writes numbers, also when that changes', async () => {
    dataset['locale'] = 'de-DE';
    render(
      <Card title="Components" count={1200}>
        none
      </Card>,
    );
    expect(screen.getByRole('region', { name: 'Components' })).toHaveTextContent('1.200');
    await act(async () => void (dataset['locale'] = 'en-GB'));
    expect(screen.getByRole('region', { name: 'Components' })).toHaveTextContent('1,200');
  });

  test('asks the grid for its size', () => {
    render(
      <Card title="Relations" size="wide">
        none
      </Card>,
    );
    expect(screen.getByRole('region')).toHaveAttribute('data-size', 'wide');
  });
});
