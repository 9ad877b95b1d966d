import { describe, expect, jest, test } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { FilterSelect } from './picker.tsx';
import type { FilterSelectProps } from './picker.tsx';

const options = [
  { value: 'group:default/payments', label: 'payments', count: 12 },
  { value: 'group:default/platform', label: 'platform', count: 1234 },
  { value: 'group:default/search', label: 'search' },
];

function Filter({ onChange, ...rest }: Partial<FilterSelectProps>) {
  const [values, setValues] = useState<readonly string[]>(rest.values ?? []);
  return (
    <FilterSelect
      label="Owner"
      options={options}
      {...rest}
      values={values}
      onChange={next => {
        setValues(next);
        onChange?.(next);
      }}
    />
  );
}

describe('FilterSelect', () => {
  test('says in its name what is chosen', () => {
    render(<Filter values={['group:default/payments', 'group:default/search']} />);
    expect(screen.getByRole('button', { name: 'Owner payments +1' })).toBeVisible();
  });

  test('finds by typing and chooses by Enter, several one after the other', async () => {
    const change = jest.fn();
    render(<Filter onChange={change} searchable />);
    screen.getByRole('button', { name: 'Owner All' }).focus();
    await userEvent.keyboard('{ArrowDown}');
    const search = await screen.findByRole('searchbox', { name: 'Search owner' });
    await waitFor(() => expect(search).toHaveFocus());
    await userEvent.type(search, 'pla');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(change).toHaveBeenLastCalledWith(['group:default/platform']);
    await userEvent.clear(search);
    await userEvent.click(screen.getByRole('option', { name: /payments/ }));
    expect(change).toHaveBeenLastCalledWith(['group:default/platform', 'group:default/payments']);
  });

  test('closes by Escape and keeps what was chosen', async () => {
    const change = jest.fn();
    render(<Filter values={['group:default/search']} onChange={change} />);
    await userEvent.click(screen.getByRole('button'));
    await screen.findByRole('option', { name: /search/ });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(change).not.toHaveBeenCalled();
  });

  test('shows how many things have each value', async () => {
    render(<Filter />);
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByRole('option', { name: /platform/ })).toHaveTextContent('platform1,234');
  });

  test('writes them as the user writes numbers', async () => {
    document.documentElement.dataset['locale'] = 'de-DE';
    render(<Filter />);
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByRole('option', { name: /platform/ })).toHaveTextContent('platform1.234');
    delete document.documentElement.dataset['locale'];
  });

  test('chooses one and closes when only one may be chosen, the focus back on the button', async () => {
    const change = jest.fn();
    render(<Filter multiple={false} onChange={change} />);
    await userEvent.click(screen.getByRole('button'));
    await userEvent.click(await screen.findByRole('option', { name: /search/ }));
    expect(change).toHaveBeenCalledWith(['group:default/search']);
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Owner search' })).toHaveFocus());
  });

  test('is emptied by its button', async () => {
    const change = jest.fn();
    render(<Filter values={['group:default/search']} onChange={change} />);
    await userEvent.click(screen.getByRole('button'));
    await userEvent.click(await screen.findByRole('button', { name: 'Clear' }));
    expect(change).toHaveBeenCalledWith([]);
  });

  test('draws at most 200 options and says that there are more', async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ value: `tag-${at}`, label: `tag-${at}` }));
    render(<Filter options={many} />);
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findAllByRole('option')).toHaveLength(200);
    expect(screen.getByRole('status')).toHaveTextContent('200 of 500 shown');
  });
});
