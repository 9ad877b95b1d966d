import { describe, expect, test } from '@jest/globals';
import { useExtensions } from '@portico/plugin-api';
import { entityCardPoint, entityContext } from '@portico/plugin-catalog-react';
import { renderInPortal } from '@portico/test-kit';
import { screen } from '@testing-library/react';
import techRadar from '../plugin.tsx';

function component(tags: string[] | undefined, kind = 'Component') {
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name: 'shop', ...(tags ? { tags } : {}) } };
}

function Cards({ entity }: { entity: ReturnType<typeof component> }) {
  const cards = useExtensions(entityCardPoint, entity);
  return (
    <entityContext.Provider value={{ entity }}>
      {cards.length === 0 ? 'no cards' : null}
      {cards.map(({ id, config, Component }) => (
        <section key={id} aria-label={config.title}>
          <Component />
        </section>
      ))}
    </entityContext.Provider>
  );
}

const show = (entity: ReturnType<typeof component>) => renderInPortal(<Cards entity={entity} />, { plugins: [techRadar] });

describe('the card "On the tech radar"', () => {
  test('lists the entries that the tags of a component name, with rings and links', async () => {
    show(component(['postgres', 'spring-boot', 'unheard-of']));
    expect(await screen.findByRole('link', { name: 'PostgreSQL' })).toHaveAttribute('href', '/tech-radar/entries/postgresql');
    expect(screen.getByRole('link', { name: 'Spring Boot' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'On the tech radar' })).toHaveTextContent('Adopt');
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  test('says so when no tag is on the radar', async () => {
    show(component(['unheard-of']));
    expect(await screen.findByText(/None of this component's tags is on the/)).toBeVisible();
  });

  test('does not show for other kinds or without tags', () => {
    show(component(['java'], 'API'));
    expect(screen.getByText('no cards')).toBeVisible();
    show(component(undefined));
    expect(screen.getAllByText('no cards')).toHaveLength(2);
  });
});
