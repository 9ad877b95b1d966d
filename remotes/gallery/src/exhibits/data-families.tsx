import { Badge } from '@portico/ui/badge';
import { Button } from '@portico/ui/button';
import { BarCell, ScoreRing, Sparkline } from '@portico/ui/charts';
import { EmptyState } from '@portico/ui/states';
import { ColumnChoice, Table } from '@portico/ui/table';
import type { TableColumn, TableSort } from '@portico/ui/table';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { Example } from './example.tsx';

interface Service {
  readonly name: string;
  readonly owner: string;
  readonly lifecycle: 'production' | 'experimental';
  readonly builds: number;
  readonly history: readonly number[];
}

const owners = ['payments', 'platform', 'search', 'docs'];

const services = (count: number): readonly Service[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `service-${String(at + 1).padStart(5, '0')}`,
    owner: owners[at % owners.length] as string,
    lifecycle: at % 3 === 0 ? 'experimental' : 'production',
    builds: (at * 37) % 240,
    history: Array.from({ length: 12 }, (_value, day) => 60 + ((at * 13 + day * 29) % 40)),
  }));

const columns: readonly TableColumn<Service>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => <a href={`#${name}`}>{name}</a>, sort: true, rowHeader: true, width: '24%' },
  { id: 'owner', header: 'Owner', cell: ({ owner }) => owner, sort: true },
  {
    id: 'lifecycle',
    header: 'Lifecycle',
    cell: ({ lifecycle }) => <Badge tone={lifecycle === 'production' ? 'success' : 'info'}>{lifecycle}</Badge>,
  },
  { id: 'history', header: 'Score', cell: ({ history }) => <Sparkline values={history} label={`Score of 12 days, now ${history.at(-1)}`} />, priority: 'low' },
  { id: 'builds', header: 'Builds', cell: ({ builds }) => <BarCell value={builds} max={240} label="Builds this week" />, sort: true },
];

const keyOf = ({ name }: Service) => name;
const few = services(6);
const many = services(30_000);
const all = columns.map(({ id }) => id);

function sorted(rows: readonly Service[], { column, direction }: TableSort): readonly Service[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const valueOf = (row: Service) => (column === 'builds' ? row.builds : column === 'owner' ? row.owner : row.name);
  return [...rows].sort((one, other) => sign * (valueOf(one) < valueOf(other) ? -1 : valueOf(one) > valueOf(other) ? 1 : 0));
}

export function Tables(): ReactElement {
  const [sort, setSort] = useState<TableSort>({ column: 'name', direction: 'ascending' });
  const [selection, select] = useState<ReadonlySet<string>>(new Set(['service-00002']));
  const [visible, show] = useState<readonly string[]>(all);
  const rows = useMemo(() => sorted(few, sort), [sort]);
  return (
    <>
      <Example stacked title="Sorting, selection and a choice of columns">
        <ColumnChoice columns={columns} visible={visible} onChange={show} />
        <Table
          label="Services"
          columns={columns}
          visibleColumns={visible}
          rows={rows}
          rowKey={keyOf}
          sort={sort}
          onSortChange={setSort}
          selection={selection}
          onSelectionChange={select}
        />
      </Example>
      <Example stacked title="Loading">
        <Table label="Services that are loading" columns={columns} rows={[]} rowKey={keyOf} loadingRows={3} />
      </Example>
      <Example stacked title="Empty">
        <Table
          label="No services"
          columns={columns}
          rows={[]}
          rowKey={keyOf}
          empty={<EmptyState title="No service has these tags" description="Take a filter away to see more." action={<Button>Clear the filters</Button>} />}
        />
      </Example>
      <Example stacked title="30,000 rows, of which only those in view are drawn">
        <Table label="All services" columns={columns} rows={many} rowKey={keyOf} />
      </Example>
    </>
  );
}

const months = [62, 64, 61, 70, 74, 73, 80, 86, 84, 91, 92, 95];
const gaps = months.map((value, at) => (at === 4 || at === 5 ? null : value));

export function Charts(): ReactElement {
  return (
    <>
      <Example title="Scores: good, middling, poor, none">
        {[96, 71, 23, undefined].map(score => (
          <ScoreRing key={score ?? 'none'} score={score} label="Performance" />
        ))}
        <ScoreRing score={88} label="Accessibility" size={64} />
      </Example>
      <Example title="Sparklines: a line, gaps, tones, one value, none">
        <Sparkline values={months} label="Score of 12 months, now 95" />
        <Sparkline values={gaps} label="Score of 12 months with a gap, now 95" tone="success" />
        <Sparkline values={[...months].reverse()} label="Score of 12 months, now 62" tone="danger" />
        <Sparkline values={[40]} label="One value, 40" tone="neutral" />
        <Sparkline values={[]} label="No values yet" />
      </Example>
      <Example stacked title="Bars that are compared down a column">
        {[12, 96, 240].map(value => (
          <BarCell key={value} value={value} max={240} label="Builds this week" />
        ))}
        <BarCell value={0.42} max={1} label="Coverage" text="42 %" tone="warning" />
      </Example>
    </>
  );
}
