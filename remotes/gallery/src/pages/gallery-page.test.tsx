import { describe, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { exhibits } from '../exhibits/exhibits.ts';
import GalleryPage from './gallery-page.tsx';

function show(path: string) {
  render(
    <MemoryRouter initialEntries={[path]}>
      <Routes>
        <Route path="/gallery/*" element={<GalleryPage />} />
      </Routes>
    </MemoryRouter>,
  );
}

describe('the gallery', () => {
  test('leads to each family', () => {
    show('/gallery');
    expect(screen.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual(exhibits.map(({ family }) => `/gallery/${family}`));
  });

  test.each(exhibits)('shows the family $family', ({ family, title }) => {
    show(`/gallery/${family}`);
    expect(screen.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(screen.getAllByRole('region').length).toBeGreaterThan(0);
  });

  test('says so when there is no such family', () => {
    show('/gallery/carousel');
    expect(screen.getByRole('heading', { level: 1, name: 'No such family' })).toBeVisible();
  });
});
