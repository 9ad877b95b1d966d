import { describe, expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Table } from './table.tsx';
import type { TableColumn, TableProps } from './table.tsx';

interface Row {
  name: string;
  owner?: string;
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Name', cell: row => row.name, sort: true, rowHeader: true },
  { id: 'owner', header: 'Owner', cell: row => row.owner, text: 'clamp' },
];
const rows: Row[] = [{ name: 'cart', owner: 'payments' }, { name: 'search' }];

function show(props: Partial<TableProps<Row>> = {}) {
  return render(<Table label="Components" columns={columns} rows={rows} rowKey={row => row.name} {...props} />);
}

describe('Table', () => {
  test('names itself, its columns and its rows', () => {
    show();
    expect(screen.getByRole('table', { name: 'Components' })).toBeVisible();
    expect(screen.getAllByRole('columnheader').map(cell => cell.textContent)).toEqual(['Name', 'Owner']);
    expect(screen.getAllByRole('rowheader').map(cell => cell.textContent)).toEqual(['cart', 'search']);
    expect(screen.getByRole('cell', { name: 'payments' })).toHaveAttribute('data-label', 'Owner');
  });

  test('asks for the sort, ascending first, then the other way round', async () => {
    const change = jest.fn();
    const { unmount } = show({ onSortChange: change });
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(change).toHaveBeenCalledWith({ column: 'name', direction: 'ascending' });
    unmount();
    show({ onSortChange: change, sort: { column: 'name', direction: 'ascending' } });
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(change).toHaveBeenLastCalledWith({ column: 'name', direction: 'descending' });
  });

  test('makes no button of a column that cannot be sorted', () => {
    show({ onSortChange: () => undefined });
    expect(screen.queryByRole('button', { name: 'Owner' })).toBeNull();
  });

  test('shows the empty content in place of a table without rows', () => {
    show({ rows: [], empty: <p>Nothing here</p> });
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText('Nothing here')).toBeVisible();
  });

  test('says that newer rows are on their way', () => {
    show({ busy: true });
    expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true');
  });
});
