import { Button } from '@portico/ui/button';
import { Checkbox, FileField, Form, RadioGroup, RangeField, SearchField, Select, Switch, TextArea, TextField } from '@portico/ui/field';
import type { FieldError } from '@portico/ui/field';
import { FilterSelect } from '@portico/ui/picker';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Example } from './example.tsx';

const channels = [
  { value: 'stable', label: 'Stable' },
  { value: 'next', label: 'Next' },
];

export function Fields(): ReactElement {
  const [text, setText] = useState('');
  const [channel, setChannel] = useState('stable');
  const [on, setOn] = useState(true);
  const [share, setShare] = useState(10);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const errorOf = (fieldId: string) => errors.find(error => error.fieldId === fieldId)?.message;
  return (
    <>
      <Example title="A form; send it empty to see what is wrong">
        <Form
          label="New service"
          validate={() => (text === '' ? [{ fieldId: 'gallery-name', message: 'Give the service a name' }] : [])}
          onErrors={setErrors}
          onSubmit={() => setText('')}
          actions={
            <Button type="submit" variant="primary">
              Create
            </Button>
          }
        >
          <TextField id="gallery-name" label="Name" description="Lower case letters" value={text} onChange={setText} error={errorOf('gallery-name')} required />
          <TextArea label="Description" value={text} onChange={setText} />
          <Select label="Channel" value={channel} options={channels} onChange={setChannel} />
          <RadioGroup label="Release" value={channel} options={channels} onChange={setChannel} />
          <RangeField label="Share of the users" unit="%" description="They keep it while it grows" value={share} onChange={setShare} />
          <FileField label="Archive of the build" accept=".tgz" description="Made by portico build" onChange={() => undefined} />
          <Checkbox label="Also archived versions" checked={on} onChange={setOn} />
          <Switch label="Follow new versions" description="At once, without a reload" checked={on} onChange={setOn} />
        </Form>
      </Example>
      <Example title="Search">
        <SearchField label="Search entities" value={text} onChange={setText} placeholder="Search" />
      </Example>
      <Example title="Invalid and disabled">
        <TextField label="Address" value="x" onChange={setText} error="Expected an https address" />
        <TextField label="Owner" value="payments" onChange={setText} disabled />
        <Switch label="Not for you" checked={false} onChange={setOn} disabled />
      </Example>
    </>
  );
}

const owners = ['payments', 'platform', 'search', 'docs', 'mobile', 'web', 'data', 'design', 'security', 'support'].map((label, at) => ({
  value: label,
  label,
  count: (at * 37) % 100,
}));

export function Pickers(): ReactElement {
  const [chosen, setChosen] = useState<readonly string[]>(['payments']);
  const [one, setOne] = useState<readonly string[]>([]);
  return (
    <Example title="Several of many, and one of few">
      <FilterSelect label="Owner" options={owners} values={chosen} onChange={setChosen} />
      <FilterSelect label="Lifecycle" options={owners.slice(0, 4)} values={one} onChange={setOne} multiple={false} />
      <FilterSelect label="Tag" options={[]} values={[]} onChange={() => undefined} />
    </Example>
  );
}
