import { describe, expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { SearchField, Select, TextField } from './field.ts';

function Search({ onChange }: { onChange: (value: string) => void }) {
  const [value, setValue] = useState('');
  return (
    <SearchField
      label="Search entities"
      value={value}
      onChange={next => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

describe('SearchField', () => {
  test('reports what is typed and is cleared by its button', async () => {
    const change = jest.fn();
    render(<Search onChange={change} />);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search entities' }), 'pay');
    expect(change).toHaveBeenLastCalledWith('pay');
    await userEvent.click(screen.getByRole('button', { name: 'Clear search entities' }));
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('is cleared by Escape', async () => {
    render(<Search onChange={() => undefined} />);
    await userEvent.type(screen.getByRole('searchbox'), 'pay{Escape}');
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });
});

describe('Select', () => {
  const options = [
    { value: 'component', label: 'Component' },
    { value: 'api', label: 'API' },
  ];

  test('reports the chosen value', async () => {
    const change = jest.fn();
    render(<Select label="Kind" value="component" options={options} onChange={change} />);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'API');
    expect(change).toHaveBeenCalledWith('api');
  });

  test('keeps a value that is not among the options', () => {
    render(<Select label="Kind" value="template" options={options} onChange={() => undefined} />);
    expect(screen.getByRole('combobox')).toHaveDisplayValue('template');
  });
});

describe('TextField', () => {
  test('ties the fault to the box', () => {
    render(<TextField label="Address" value="x" onChange={() => undefined} description="https only" error="Not an address" />);
    const box = screen.getByRole('textbox', { name: 'Address' });
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription('Not an address');
  });

  test('describes itself when nothing is wrong', () => {
    render(<TextField label="Address" value="" onChange={() => undefined} description="https only" />);
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription('https only');
  });
});
