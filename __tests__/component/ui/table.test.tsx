import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { EmptyState } from '@/components/ui/empty-state';
import { Money } from '@/components/ui/money';
import { Pager } from '@/components/ui/pager';
import { Table } from '@/components/ui/table';

describe('Table', () => {
  it('is named by its caption and links the first cell of a row', () => {
    render(
      <Table
        caption="在办的申请"
        columns={[
          { key: 'name', title: '事项' },
          { key: 'amount', title: '金额', align: 'end', sortHref: '?sort=amount', sorted: 'descending' },
        ]}
        rows={[{ key: '1', href: '/applications/1', cells: { name: '招聘补贴', amount: <Money fen={180_000_00} /> } }]}
      />,
    );
    expect(screen.getByRole('table', { name: '在办的申请' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '招聘补贴' }).getAttribute('href')).toBe('/applications/1');
    expect(screen.getByText('¥180,000.00').closest('td')?.dataset.label).toBe('金额');
    expect(screen.getByRole('columnheader', { name: '金额' }).getAttribute('aria-sort')).toBe('descending');
  });

  it('says why there are no rows instead of showing an empty table', () => {
    render(<Table caption="申请" columns={[]} rows={[]} empty={<EmptyState title="还没有申请" />} />);
    expect(screen.getByText('还没有申请')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('Pager', () => {
  it('shows the end that cannot be gone beyond without making it a link', () => {
    render(<Pager nextHref="?after=9" />);
    expect(screen.getByRole('link', { name: '下一页' }).getAttribute('href')).toBe('?after=9');
    expect(screen.queryByRole('link', { name: '上一页' })).toBeNull();
    expect(screen.getByText('上一页').getAttribute('aria-disabled')).toBe('true');
  });
});
