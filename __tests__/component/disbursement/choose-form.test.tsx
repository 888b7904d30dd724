import { describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { ChooseForm } from '@/components/finance/choose-form';
import { IDLE } from '@/lib/runtime/action-state';

const rows = [
  { id: 'a', name: 'RC1 甲', amountFen: 100_00, obstacle: null, cells: { case: 'RC1' } },
  { id: 'b', name: 'RC2 乙', amountFen: 50_00, obstacle: null, cells: { case: 'RC2' } },
  { id: 'c', name: 'RC3 丙', amountFen: 7_00, obstacle: '已暂停：异议办理中', cells: { case: 'RC3' } },
];

function show(freeFen: number, readOnly = false, most = 200) {
  render(
    <ChooseForm
      caption="公示期满的申请"
      columns={[{ key: 'case', title: '受理编号' }]}
      rows={rows}
      name="applicationIds[]"
      fields={{ year: '2026' }}
      act={() => Promise.resolve(IDLE)}
      label="生成批次"
      pendingLabel="正在生成"
      freeFen={freeFen}
      most={most}
      unit="件"
      readOnly={readOnly}
    />,
  );
}

const totals = () => screen.getByRole('status').textContent;
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

describe('choosing what goes into a batch', () => {
  it('begins with no more than may be taken at once, and says so when more are ticked', () => {
    show(200_00, false, 1);
    expect(totals()).toContain('已选 1 件');
    const button = () => screen.getByRole<HTMLButtonElement>('button', { name: '生成批次' });
    expect(button().disabled).toBe(false);
    fireEvent.click(box('RC2 乙'));
    expect(totals()).toContain('一次最多 1 件，请分几次办理');
    expect(button().disabled).toBe(true);
    fireEvent.click(box('选前 1 件'));
    expect(totals()).toContain('已选 1 件');
  });

  it('begins with all that can, adds up while one ticks, and says what is left of the budget', () => {
    show(200_00);
    expect(totals()).toContain('已选 2 件');
    expect(totals()).toContain('¥150.00');
    fireEvent.click(box('RC2 乙'));
    expect(totals()).toContain('已选 1 件');
    expect(totals()).toContain('列入后可用预算 ¥100.00');
  });

  it('shows what is blocked and why, and does not let it be ticked', () => {
    show(200_00);
    expect(box('RC3 丙').disabled).toBe(true);
    expect(screen.getByText('已暂停：异议办理中')).toBeTruthy();
  });

  it('says by how much the budget is exceeded, and holds the act back', () => {
    show(120_00);
    expect(totals()).toContain('超出可用预算 ¥30.00');
    expect(screen.getByRole('button', { name: '生成批次' }).hasAttribute('disabled')).toBe(true);
  });

  it('unticks and ticks all at once', () => {
    show(200_00);
    fireEvent.click(box('全选可以的'));
    expect(totals()).toContain('已选 0 件');
    expect(screen.getByRole('button', { name: '生成批次' }).hasAttribute('disabled')).toBe(true);
    fireEvent.click(box('全选可以的'));
    expect(totals()).toContain('已选 2 件');
  });

  it('is only looked at by who may not act', () => {
    show(200_00, true);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
