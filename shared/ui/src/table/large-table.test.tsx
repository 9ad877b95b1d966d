import { describe, expect, jest, test } from '@jest/globals';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { ColumnChoice, Table } from './table.tsx';
import type { TableColumn, TableProps } from './table.tsx';

interface Row {
  name: string;
  owner: string;
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Name', cell: row => <a href={`#${row.name}`}>{row.name}</a>, rowHeader: true },
  { id: 'owner', header: 'Owner', cell: row => row.owner },
];
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ name: `c-${index}`, owner: `team-${index}` }));
const many = rowsOf(30_000);
const keyOf = (row: Row) => row.name;

function show(props: Partial<TableProps<Row>> = {}) {
  return render(<Table label="Components" columns={columns} rows={many} rowKey={keyOf} {...props} />);
}

const bodyRows = () => screen.getAllByRole('row').slice(1);

describe('Table with many rows', () => {
  test('draws only the rows near the visible part, and numbers them for screen readers', () => {
    show();
    expect(bodyRows().length).toBeGreaterThan(10);
    expect(bodyRows().length).toBeLessThan(80);
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '30001');
    expect(bodyRows()[0]).toHaveAttribute('aria-rowindex', '2');
  });

  test('follows the page as it scrolls', () => {
    const { container } = show();
    const body = container.querySelector('tbody') as HTMLElement;
    jest.spyOn(body, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, -45 * 10_000, 1000, 45 * 30_000));
    fireEvent.scroll(document);
    expect(screen.getByRole('link', { name: 'c-10000' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'c-0' })).toBeNull();
    expect(bodyRows().length).toBeLessThan(80);
  });

  test('draws every row of a short table', () => {
    show({ rows: rowsOf(60) });
    expect(bodyRows()).toHaveLength(60);
    expect(screen.getByRole('table')).not.toHaveAttribute('aria-rowcount');
  });

  test('says how many rows there are where not all of them are loaded', () => {
    show({ rows: rowsOf(20), rowCount: 500 });
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '501');
  });

  test('moves between the links of rows by keyboard, to rows that were not drawn too', async () => {
    show();
    screen.getByRole('link', { name: 'c-0' }).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(screen.getByRole('link', { name: 'c-1' })).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(screen.getByRole('link', { name: 'c-29999' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(screen.getByRole('link', { name: 'c-29998' })).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(screen.getByRole('link', { name: 'c-0' })).toHaveFocus();
    await userEvent.keyboard('{PageDown}');
    expect(Number(document.activeElement?.textContent?.slice(2))).toBeGreaterThan(5);
    await userEvent.keyboard('{PageUp}');
    expect(screen.getByRole('link', { name: 'c-0' })).toHaveFocus();
  });

  test('keeps the focused row while the page scrolls away from it', () => {
    const { container } = show();
    screen.getByRole('link', { name: 'c-3' }).focus();
    const body = container.querySelector('tbody') as HTMLElement;
    jest.spyOn(body, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, -45 * 20_000, 1000, 45 * 30_000));
    fireEvent.scroll(document);
    expect(screen.getByRole('link', { name: 'c-3' })).toHaveFocus();
    expect(screen.getByRole('link', { name: 'c-20000' })).toBeVisible();
  });

  test('asks for more rows near the end, once for each length', () => {
    const onReachEnd = jest.fn();
    const { rerender } = show({ rows: rowsOf(20), onReachEnd });
    fireEvent.scroll(document);
    expect(onReachEnd).toHaveBeenCalledTimes(1);
    rerender(<Table label="Components" columns={columns} rows={rowsOf(40)} rowKey={keyOf} onReachEnd={onReachEnd} />);
    rerender(<Table label="Components" columns={columns} rows={rowsOf(200)} rowKey={keyOf} onReachEnd={onReachEnd} />);
    fireEvent.scroll(document);
    expect(onReachEnd).toHaveBeenCalledTimes(1);
  });
});

describe('Table', () => {
  test('holds a place for rows that are loading', () => {
    const { container } = show({ rows: [], loadingRows: 8, rowHeight: 52, empty: <p>Nothing</p> });
    expect(screen.queryByText('Nothing')).toBeNull();
    const waiting = [...container.querySelectorAll<HTMLElement>('tbody tr[aria-hidden]')];
    expect(waiting.map(row => row.style.height)).toEqual(Array.from({ length: 8 }, () => '52px'));
    expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true');
  });

  test('selects rows by checkbox, ranges with Shift, and all of them', async () => {
    const user = userEvent.setup();
    const seen: string[][] = [];
    function Selecting() {
      const [selection, select] = useState<ReadonlySet<string>>(new Set<string>());
      const onChange = (next: ReadonlySet<string>) => {
        seen.push([...next]);
        select(next);
      };
      return (
        <Table label="C" columns={columns} rows={rowsOf(4)} rowKey={keyOf} selection={selection} onSelectionChange={onChange} />
      );
    }
    render(<Selecting />);
    await user.click(screen.getByRole('checkbox', { name: 'Select c-0' }));
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('checkbox', { name: 'Select c-2' }));
    await user.keyboard('{/Shift}');
    expect(seen.at(-1)).toEqual(['c-0', 'c-1', 'c-2']);
    expect(screen.getByRole('checkbox', { name: 'Select all rows' })).toBePartiallyChecked();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('checkbox', { name: 'Select c-3' })).toHaveFocus();
    await user.click(screen.getByRole('checkbox', { name: 'Select all rows' }));
    expect(seen.at(-1)).toHaveLength(4);
    await user.click(screen.getByRole('checkbox', { name: 'Select all rows' }));
    expect(seen.at(-1)).toEqual([]);
  });

  test('shows the chosen columns, and the row header always', () => {
    show({ rows: rowsOf(1), visibleColumns: [] });
    expect(screen.getAllByRole('columnheader').map(cell => cell.textContent)).toEqual(['Name']);
    expect(within(bodyRows()[0] as HTMLElement).queryByRole('cell')).toBeNull();
  });
});

describe('ColumnChoice', () => {
  const choices = [...columns, { id: 'type', header: 'Type' }];

  test('offers all columns but the row header and says what is to be shown', async () => {
    const onChange = jest.fn();
    render(<ColumnChoice columns={choices} visible={['owner']} onChange={onChange} />);
    expect(screen.queryByRole('checkbox')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Columns', expanded: false }));
    expect(screen.getAllByRole('checkbox').map(box => box.closest('label')?.textContent)).toEqual(['Owner', 'Type']);
    expect(screen.getByRole('checkbox', { name: 'Owner' })).toBeChecked();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Type' }));
    expect(onChange).toHaveBeenCalledWith(['owner', 'type']);
  });

  test('closes by Escape and gives the focus back, and closes by a press elsewhere', async () => {
    render(<ColumnChoice columns={choices} visible={[]} onChange={() => undefined} />);
    const button = screen.getByRole('button', { name: 'Columns' });
    await userEvent.click(button);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Type' }));
    await userEvent.keyboard('{Escape}');
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    await userEvent.click(document.body);
    expect(button).toHaveAttribute('aria-expanded', 'false');
  });
});
