import { expect, it } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import { LapsedList } from '@/components/finance/lapsed-list';
import type { Lapsed } from '@/lib/disbursement/lapsed-queries';
import { IDLE } from '@/lib/runtime/action-state';

const aLapsed = (given: Partial<Lapsed> = {}): Lapsed => ({
  rows: [
    {
      id: 'a',
      enterpriseName: '苏州示例智能科技有限公司',
      caseNumber: 'RC20260004215',
      amountFen: 150_000_00,
      openedAt: new Date('2026-11-23T02:00:00Z'),
      lapsedAt: new Date('2027-05-01T02:00:00Z'),
      stoodAt: '待企业上传证明',
    },
  ],
  ...{ page: 1, pages: 1 },
  count: 1,
  totalFen: 150_000_00,
  mayRevive: true,
  ...given,
});
const show = (lapsed: Lapsed) => render(<LapsedList lapsed={lapsed} revive={() => Promise.resolve(IDLE)} />);

it('says of each lapsed disbursement whose it was, when, where it stood and what went back to the budget', () => {
  show(aLapsed());
  const row = screen.getAllByRole('row')[1];
  for (const words of ['RC20260004215', '苏州示例智能科技有限公司', '¥150,000.00', '待企业上传证明']) {
    expect(row?.textContent).toContain(words);
  }
  expect(row?.textContent).toContain('2027年5月1日 10:00');
  expect(within(row ?? document.body).getByRole('button', { name: '恢复拨付' })).toBeTruthy();
});

it('offers 恢复拨付 only to whoever may, and leads through all pages where there are more than one', () => {
  show(aLapsed({ mayRevive: false, page: 2, pages: 3, count: 130, totalFen: 23_000_000_00 }));
  expect(screen.queryByRole('button', { name: '恢复拨付' })).toBeNull();
  expect(screen.getByText(/合计/).textContent).toContain('共 130 件，合计 ¥23,000,000.00 已退回预算');
  const pager = within(screen.getByRole('navigation', { name: '翻页' }));
  expect(pager.getByText('第 2 页，共 3 页')).toBeTruthy();
  expect(pager.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/staff/disbursements?view=lapsed',
    '/staff/disbursements?view=lapsed&page=3',
  ]);
});
