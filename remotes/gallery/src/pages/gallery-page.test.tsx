import { beforeAll, describe, expect, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { exhibits } from '../exhibits/exhibits.ts';
import GalleryPage from './gallery-page.tsx';

async function show(path: string) {
  await act(async () =>
    render(
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/gallery/*" element={<GalleryPage />} />
        </Routes>
      </MemoryRouter>,
    ),
  );
}

// What some families fetch when they are first shown, so that it is there within the same step.
beforeAll(() => Promise.all([import('yaml'), import('marked'), import('dompurify')]));

describe('the gallery', () => {
  test('leads to each family', async () => {
    await show('/gallery');
    expect(screen.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual(exhibits.map(({ family }) => `/gallery/${family}`));
  });

  test.each(exhibits)('shows the family $family', async ({ family, title }) => {
    await show(`/gallery/${family}`);
    expect(screen.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(screen.getAllByRole('region').length).toBeGreaterThan(0);
  });

  test('says so when there is no such family', async () => {
    await show('/gallery/carousel');
    expect(screen.getByRole('heading', { level: 1, name: 'No such family' })).toBeVisible();
  });
});
