import { describe, expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { createSharedContext } from '../index.ts';

const here = createSharedContext<string>('test.place/v1');
const alsoHere = createSharedContext<string>('test.place/v1');
const Shown = (): string => `at ${alsoHere.use()}`;
const Perhaps = (): string => `at ${alsoHere.useOptional() ?? 'no place'}`;

describe('a shared context', () => {
  test('is found by its id', () => {
    render(<here.Provider value="home"><Shown /></here.Provider>);
    expect(screen.getByText('at home')).toBeVisible();
  });

  test('can be asked for outside of a provider', () => {
    render(<Perhaps />);
    expect(screen.getByText('at no place')).toBeVisible();
  });

  test('names itself where it is needed and missing', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => render(<Shown />)).toThrow('Expected to be inside a provider of context test.place/v1, found none');
    log.mockRestore();
  });

  test('of another version is another context', () => {
    const other = createSharedContext<string>('test.place/v2');
    render(<other.Provider value="away"><Perhaps /></other.Provider>);
    expect(screen.getByText('at no place')).toBeVisible();
  });

  test('carries its version in its id', () => {
    expect(() => createSharedContext('place')).toThrow('Expected the id of a shared context to look like catalog.entity/v1');
  });
});
