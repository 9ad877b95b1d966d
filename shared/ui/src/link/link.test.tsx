import { describe, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { TextLink } from './link.tsx';

describe('TextLink', () => {
  test('leads to a path of the portal in the same tab', () => {
    render(
      <MemoryRouter>
        <TextLink to="/catalog">Catalog</TextLink>
      </MemoryRouter>,
    );
    const link = screen.getByRole('link', { name: 'Catalog' });
    expect(link).toHaveAttribute('href', '/catalog');
    expect(link).not.toHaveAttribute('target');
  });

  test('opens an address outside in a new tab, says so, and gives no referrer away', () => {
    render(<TextLink href="https://docs.example.com/">Docs</TextLink>);
    const link = screen.getByRole('link', { name: 'Docs (opens in a new tab)' });
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noreferrer');
  });

  test('hands an address to write to over to the program for it, in no tab', () => {
    render(<TextLink href="mailto:ann@example.com">Ann</TextLink>);
    expect(screen.getByRole('link', { name: 'Ann' })).not.toHaveAttribute('target');
  });

  test.each(['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'http://['])(
    'shows %j as text, not as a link',
    href => {
      render(<TextLink href={href}>Run me</TextLink>);
      expect(screen.queryByRole('link')).toBeNull();
      expect(screen.getByText('Run me')).toBeVisible();
    },
  );
});
