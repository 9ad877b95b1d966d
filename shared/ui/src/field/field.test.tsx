import { describe, expect, jest, test } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { Checkbox, FileField, Form, RadioGroup, RangeField, SearchField, Select, Switch, TextArea, TextField } from './field.ts';
import type { FieldError } from './field.ts';

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

describe('FileField', () => {
  const archive = new File([new Uint8Array(2_500_000)], 'radar-1.2.0.tgz', { type: 'application/gzip' });

  test('reports the chosen file, and shows its name and size', async () => {
    const change = jest.fn();
    render(<FileField label="Archive" accept=".tgz" description="Made by portico build" onChange={change} />);
    const box = screen.getByLabelText('Archive');
    expect(box).toHaveAccessibleDescription('Made by portico build');
    await userEvent.upload(box, archive);
    expect(change).toHaveBeenLastCalledWith(archive);
    expect(screen.getByText('radar-1.2.0.tgz')).toBeVisible();
    expect(screen.getByText('2.5 MB')).toBeVisible();
  });

  test('marks the box as invalid and says why', () => {
    render(<FileField label="Archive" error="Expected a tar.gz" onChange={() => undefined} />);
    expect(screen.getByLabelText('Archive')).toBeInvalid();
    expect(screen.getByLabelText('Archive')).toHaveAccessibleDescription('Expected a tar.gz');
  });
});

describe('RangeField', () => {
  test('shows its value with the unit, and tells it to screen readers', () => {
    render(<RangeField label="Share" unit="%" value={25} onChange={() => undefined} />);
    expect(screen.getByRole('slider', { name: 'Share' })).toHaveAttribute('aria-valuetext', '25 %');
    expect(screen.getByText('25 %')).toBeVisible();
  });

  test('reports a number within its limits', () => {
    const change = jest.fn();
    render(<RangeField label="Share" min={0} max={50} step={5} value={25} onChange={change} />);
    fireEvent.change(screen.getByRole('slider'), { target: { value: '30' } });
    expect(change).toHaveBeenCalledWith(30);
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

describe('choices', () => {
  test('a checkbox and a switch say their state and report the next', async () => {
    const change = jest.fn();
    render(
      <>
        <Checkbox label="Also archived" checked onChange={change} />
        <Switch label="Compact rows" checked={false} onChange={change} />
      </>,
    );
    expect(screen.getByRole('checkbox', { name: 'Also archived' })).toBeChecked();
    await userEvent.click(screen.getByText('Compact rows'));
    expect(screen.getByRole('switch', { name: 'Compact rows' })).not.toBeChecked();
    expect(change).toHaveBeenCalledWith(true);
  });

  test('a group of radios is named, says its fault and reports the choice', async () => {
    const change = jest.fn();
    const options = [{ value: 'stable', label: 'Stable' }, { value: 'next', label: 'Next' }];
    render(<RadioGroup label="Channel" value="" options={options} onChange={change} required error="Choose a channel" />);
    const group = screen.getByRole('radiogroup', { name: 'Channel' });
    expect(group).toHaveAccessibleDescription('Choose a channel');
    expect(group).toBeRequired();
    await userEvent.click(screen.getByRole('radio', { name: 'Next' }));
    expect(change).toHaveBeenCalledWith('next');
  });
});

describe('Form', () => {
  function NameForm({ onSubmit }: { onSubmit: () => void }) {
    const [name, setName] = useState('');
    const [errors, setErrors] = useState<readonly FieldError[]>([]);
    return (
      <Form
        label="New service"
        validate={() => (name === '' ? [{ fieldId: 'name', message: 'Give it a name' }] : [])}
        onErrors={setErrors}
        onSubmit={onSubmit}
        actions={<button type="submit">Create</button>}
      >
        <TextArea id="name" label="Name" value={name} onChange={setName} error={errors[0]?.message} required />
      </Form>
    );
  }

  test('lists what is wrong, takes the focus there and leads on to the control', async () => {
    const submit = jest.fn();
    render(<NameForm onSubmit={submit} />);
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'Name' })).toBeInvalid();
    await userEvent.click(screen.getByRole('link', { name: 'Give it a name' }));
    expect(screen.getByRole('textbox')).toHaveFocus();
    expect(submit).not.toHaveBeenCalled();
  });

  test('is sent by Enter or its button when nothing is wrong', async () => {
    const submit = jest.fn();
    render(<NameForm onSubmit={submit} />);
    await userEvent.type(screen.getByRole('textbox'), 'shop');
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    expect(submit).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
