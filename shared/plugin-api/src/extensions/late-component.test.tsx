import { describe, expect, jest, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { Component as ReactComponent } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { createLateComponent } from '../index.ts';

const Page = ({ name }: { readonly name: string }) => <p>Page of {name}</p>;

class Boundary extends ReactComponent<{ readonly children: ReactNode }, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    return this.state.error ? <p>{String(this.state.error)}</p> : this.props.children;
  }
}

function deferred() {
  let resolve: (component: ComponentType<{ name: string }>) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<ComponentType<{ name: string }>>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve: (component: ComponentType<{ name: string }>) => resolve(component), reject: (error: Error) => reject(error) };
}

describe('a late component', () => {
  test('shows what stands in its place, then itself, and is loaded once for all its places', async () => {
    const { promise, resolve } = deferred();
    const load = jest.fn(() => promise);
    const { Component } = createLateComponent(load, () => <p>On its way</p>);
    expect(load).not.toHaveBeenCalled();
    const view = render(<><Component name="one" /><Component name="two" /></>);
    expect(screen.getAllByText('On its way')).toHaveLength(2);
    await act(async () => resolve(Page));
    expect(screen.getByText('Page of one')).toBeVisible();
    expect(screen.getByText('Page of two')).toBeVisible();
    view.rerender(<Component name="three" />);
    expect(screen.getByText('Page of three')).toBeVisible();
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('throws what kept it from coming', async () => {
    const { promise, reject } = deferred();
    const late = createLateComponent(() => promise, () => <p>On its way</p>);
    render(<Boundary><late.Component name="one" /></Boundary>, { onCaughtError: () => undefined });
    expect(late.hasFailed()).toBe(false);
    await act(async () => reject(new Error('no such file')));
    expect(late.hasFailed()).toBe(true);
    expect(screen.getByText('Error: no such file')).toBeVisible();
  });

  test('does not mind being taken away while its code is on the way', async () => {
    const { promise, resolve } = deferred();
    const { Component } = createLateComponent(() => promise, () => <p>On its way</p>);
    const view = render(<Component name="one" />);
    view.unmount();
    await act(async () => resolve(Page));
    expect(screen.queryByText('Page of one')).not.toBeInTheDocument();
    render(<Component name="two" />);
    expect(screen.getByText('Page of two')).toBeVisible();
  });
});
