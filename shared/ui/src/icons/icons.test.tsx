import { describe, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import * as icons from './icons.ts';
import { StarIcon } from './icons.ts';

describe('icons', () => {
  test('are outlines on one grid', () => {
    for (const [name, Icon] of Object.entries(icons)) {
      const { container, unmount } = render(<Icon />);
      const outline = container.querySelector('svg[viewBox="0 0 24 24"] path')?.getAttribute('d');
      expect({ name, valid: /^M[-\d.\sA-Za-z]+$/.test(outline ?? '') }).toEqual({ name, valid: true });
      unmount();
    }
  });

  test('decorate without a label, and are pictures with one', () => {
    const { container, rerender } = render(<StarIcon />);
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
    rerender(<StarIcon label="Starred" filled />);
    expect(screen.getByRole('img', { name: 'Starred' })).toHaveAttribute('fill', 'currentColor');
  });
});
