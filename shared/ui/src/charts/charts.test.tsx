import { describe, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { BarCell, ScoreRing, Sparkline, scoreTone } from './charts.ts';

describe('Sparkline', () => {
  test('is a picture with a name, whose line spans its values', () => {
    render(<Sparkline label="Builds, now 4" values={[0, 2, 4]} width={100} height={20} />);
    const line = screen.getByRole('img', { name: 'Builds, now 4' }).querySelectorAll('path')[1];
    expect(line).toHaveAttribute('d', 'M3 17L50 10L97 3');
  });

  test('leaves a gap where a value is missing', () => {
    render(<Sparkline label="Builds" values={[1, 2, null, 4, 5]} />);
    expect(screen.getByRole('img').querySelectorAll('g')).toHaveLength(2);
  });

  test.each([[[]], [[null]], [[7]], [[3, 3, 3]], [[1, 1e12]]])('draws %j without a number that is none', values => {
    const { container } = render(<Sparkline label="x" values={values} />);
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  });

  test('draws thousands of values', () => {
    render(<Sparkline label="long" values={Array.from({ length: 200_000 }, (_, index) => index)} />);
    expect(screen.getByRole('img', { name: 'long' })).toBeVisible();
  });
});

describe('ScoreRing', () => {
  test('says the score in words and in the ring', () => {
    render(<ScoreRing label="Performance" score={91.6} />);
    expect(screen.getByRole('img', { name: 'Performance: 92 of 100' })).toHaveTextContent('92');
  });

  test('says when there is no score', () => {
    render(<ScoreRing label="SEO" score={undefined} />);
    expect(screen.getByRole('img', { name: 'SEO: no score' })).toHaveAttribute('data-tone', 'neutral');
  });

  test('sorts scores as Lighthouse does', () => {
    expect([100, 90, 89, 50, 49, 0].map(scoreTone)).toEqual(['success', 'success', 'warning', 'warning', 'danger', 'danger']);
  });
});

describe('BarCell', () => {
  test('is a meter with value, ends and unit', () => {
    render(<BarCell label="Build time" value={42} max={60} text="42 s" />);
    const meter = screen.getByRole('meter', { name: 'Build time' });
    expect(meter).toHaveAttribute('aria-valuenow', '42');
    expect(meter).toHaveAttribute('aria-valuemax', '60');
    expect(meter.querySelectorAll('rect')[1]).toHaveAttribute('width', '70');
    expect(screen.getByText('42 s')).toBeVisible();
  });

  test('writes its value as the user writes numbers', () => {
    document.documentElement.dataset['locale'] = 'de-DE';
    render(<BarCell label="Builds" value={1234} max={2000} />);
    delete document.documentElement.dataset['locale'];
    expect(screen.getByRole('meter', { name: 'Builds' })).toHaveAttribute('aria-valuetext', '1.234');
    expect(screen.getByText('1.234')).toBeVisible();
  });

  test.each([[5, 0, '0'], [-1, 10, '0'], [20, 10, '100']])('keeps the bar of %j of %j within its place', (value, max, width) => {
    const { container } = render(<BarCell label="x" value={value} max={max} />);
    expect(container.querySelectorAll('rect')[1]).toHaveAttribute('width', width);
  });
});
