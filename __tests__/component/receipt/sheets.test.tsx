import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ComponentProps } from 'react';
import { SheetBoard } from '@/components/receipt/sheet-board';
import type { AcceptAct } from '@/components/receipt/use-accepting';
import { switchKeys } from '@/components/review/key-switch';
import { Announcer } from '@/components/ui/announcer';
import type { ReceiptSheet } from '@/lib/capture/sheet-queries';
import { standInForDialogs } from '../disbursement/with-router';
import { REFUSED } from '../review/a-desk';

type Router = NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>;

beforeAll(standInForDialogs);
beforeEach(() => switchKeys(true));

const aSheet = (id: string, amountFen: number, causes: readonly string[] = []): ReceiptSheet => ({
  disbursementId: id,
  photographId: `photo-${id}`,
  receiptNumber: `SJ-${id}`,
  version: 1,
  enterpriseName: `单位${id}`,
  amountFen,
  holder: `单位${id}`,
  account: '3225 **** **** 1234',
  submittedAt: new Date('2026-11-23T06:03:00Z'),
  checks: 5,
  causes,
});
const SHEETS = [aSheet('a', 100_00), aSheet('b', 20_00), aSheet('c', 3_00), aSheet('d', 1_00, ['联行号不在银行表中'])];

async function open(answer: AcceptAct = async () => ({ ok: true, value: undefined }), mayJudge = true) {
  const accept = jest.fn<AcceptAct>(answer);
  const refresh = jest.fn();
  const router = { push: jest.fn(), refresh } as unknown as Router;
  await act(async () => {
    render(
      <AppRouterContext.Provider value={router}>
        <SheetBoard rows={SHEETS} accept={accept} mayJudge={mayJudge} />
        <Announcer />
      </AppRouterContext.Provider>,
    );
  });
  return { accept, refresh };
}
const box = (id: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `已看过 SJ-${id} 单位${id}` });
const press = (id: string, key: string) => act(async () => void fireEvent.keyDown(box(id), { key }));
const chosenWords = () => within(screen.getByRole('region', { name: '接受所选' })).getByRole('status').textContent;
const click = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const dialog = () => within(screen.getByRole('dialog', { name: '接受所选收据' }));
const standings = () =>
  dialog()
    .getAllByRole('listitem')
    .map((line) => /待接受|已接受|未接受|没有送达/.exec(line.textContent ?? '')?.[0]);

describe('the list of clean receipts', () => {
  it('shows each with its small sheet, amount, holder, masked account and what the check came to', async () => {
    await open();
    const card = within(screen.getByRole('list', { name: '无问题的收据' })).getAllByRole('listitem')[0];
    expect(card?.textContent).toContain('SJ-a');
    for (const words of ['¥100.00', '3225 **** **** 1234', '无问题，5 项检查均通过']) {
      expect(card?.textContent).toContain(words);
    }
    expect(card?.querySelector('img')?.getAttribute('src')).toBe('/api/photographs/photo-a/thumb');
  });

  it('names those that have to be opened by themselves with why, and offers no box for them', async () => {
    await open();
    const others = screen.getByRole('table', { name: '须逐份打开的收据' });
    expect(others.textContent).toContain('SJ-d');
    expect(others.textContent).toContain('联行号不在银行表中');
    expect(screen.getAllByRole('checkbox')).toHaveLength(3);
  });

  it('is only looked at by whoever may not judge', async () => {
    await open(undefined, false);
    expect(screen.queryAllByRole('checkbox')).toEqual([]);
    expect(screen.queryByRole('button', { name: /接受/ })).toBeNull();
  });
});

describe('接受所选', () => {
  it('begins with nothing ticked, previews number and total, and sends one after another', async () => {
    const { accept, refresh } = await open();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '接受所选' }).disabled).toBe(true);
    fireEvent.click(box('a'));
    await press('c', 'Enter');
    expect(chosenWords()).toBe('已看过 2 份，合计 ¥103.00');
    await click('接受所选');
    expect(accept).not.toHaveBeenCalled();
    expect(dialog().getByText(/共/).textContent).toContain('共 2 份，合计 ¥103.00');
    await click('接受 2 份');
    expect(accept.mock.calls.map(([input]) => input)).toEqual([
      { disbursementId: 'a', photographId: 'photo-a' },
      { disbursementId: 'c', photographId: 'photo-c' },
    ]);
    expect(dialog().getByRole('status').textContent).toBe('已接受 2 份，合计 ¥103.00');
    await click('完成');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('says of each what came of it; one that is refused stops no other, one that was not sent is asked again', async () => {
    let isDown = true;
    const { accept } = await open(async ({ disbursementId }) => {
      if (disbursementId === 'a') return REFUSED('open-first', '须打开审核');
      if (disbursementId === 'b' && isDown) throw new Error('down');
      return { ok: true, value: undefined };
    });
    for (const id of ['a', 'b', 'c']) fireEvent.click(box(id));
    await click('接受所选');
    await click('接受 3 份');
    expect(standings()).toEqual(['未接受', '没有送达', '已接受']);
    expect(dialog().getByText(/须打开审核：说明。/)).toBeTruthy();
    expect(dialog().getByRole('status').textContent).toBe('已接受 1 份，合计 ¥3.00；未接受 2 份，原样保留');
    isDown = false;
    await click('再次接受 1 份');
    expect(standings()).toEqual(['未接受', '已接受', '已接受']);
    expect(accept.mock.calls.map(([input]) => input.disbursementId)).toEqual(['a', 'b', 'c', 'b']);
  });

  it('leaves ticked what was not accepted', async () => {
    await open(async ({ disbursementId }) =>
      disbursementId === 'a' ? REFUSED('held', '暂停办理') : { ok: true, value: undefined },
    );
    for (const id of ['a', 'b']) fireEvent.click(box(id));
    await click('接受所选');
    await click('接受 2 份');
    await click('完成');
    expect(chosenWords()).toBe('已看过 1 份，合计 ¥100.00');
    expect([box('a').checked, box('b').disabled]).toEqual([true, true]);
  });
});

describe('by keyboard', () => {
  it('accepts the one in focus by Y and goes on to the next', async () => {
    const { accept } = await open();
    box('a').focus();
    await press('a', 'y');
    expect(accept).toHaveBeenCalledWith({ disbursementId: 'a', photographId: 'photo-a' });
    expect(document.activeElement).toBe(box('b'));
    expect(box('a').disabled).toBe(true);
    await press('b', 'j');
    expect(document.activeElement).toBe(box('c'));
    await press('c', 'k');
    expect(document.activeElement).toBe(box('b'));
  });

  it('leaves letters alone where they are switched off; Enter ticks all the same', async () => {
    switchKeys(false);
    const { accept } = await open();
    await press('a', 'y');
    await press('a', 'Enter');
    expect(accept).not.toHaveBeenCalled();
    expect(box('a').checked).toBe(true);
  });
});
