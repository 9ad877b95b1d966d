import { describe, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { Badge } from './badge.tsx';

describe('Badge', () => {
  test('shows its text with the tone for the style sheet', () => {
    render(<Badge tone="success">production</Badge>);
    expect(screen.getByText('production')).toHaveAttribute('data-tone', 'success');
  });

  test('is neutral unless told otherwise', () => {
    render(<Badge>java</Badge>);
    expect(screen.getByText('java')).toHaveAttribute('data-tone', 'neutral');
  });
});
