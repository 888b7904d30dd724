import { beforeAll, describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { AdjustAccount, type AdjustCalls } from '@/components/disbursement/adjust-dialogs';
import type { DisbursementDetail } from '@/lib/disbursement/queries';
import { aDetail, aReceipt } from './a-detail';
import { countingRouter, standInForDialogs } from './with-router';

beforeAll(standInForDialogs);

const NO_BANKS = { rows: [], more: false, ofCode: null, hasTable: false };
const noProof = () => Promise.reject(new Error('not expected'));
const OTHER = '0192f0c0-0000-7000-8000-00000000000b';
const accounts = (detail: DisbursementDetail) => [
  { ...detail.account, id: detail.account?.id ?? '', createdAt: new Date(0) },
  {
    id: OTHER,
    holder: '苏州示例智能科技有限公司',
    maskedNumber: '3225 **** **** 5678',
    bankName: '样本银行苏州独墅湖支行',
    cnapsCode: '999305000037',
    createdAt: new Date(0),
  },
];

function open(detail: DisbursementDetail, calls: Partial<AdjustCalls> = {}) {
  const { Wrapper, refreshes } = countingRouter();
  const never = () => Promise.reject(new Error('not expected'));
  const all: AdjustCalls = {
    saveAccount: never,
    retireAccount: never,
    adjustAccount: never,
    mendAccount: never,
    saveContact: never,
    retireContact: never,
    adjustContact: never,
    findBanks: () => Promise.resolve({ ok: true as const, value: NO_BANKS }),
    proof: { ask: noProof, prove: noProof, sendsTo: null },
    ...calls,
  };
  const rows = accounts(detail) as Parameters<typeof AdjustAccount>[0]['accounts'];
  render(<AdjustAccount detail={detail} calls={all} accounts={rows} enterpriseName="苏州示例智能科技有限公司" />, {
    wrapper: Wrapper,
  });
  fireEvent.click(screen.getByRole('button', { name: '调整银行账户' }));
  return { dialog: within(screen.getByRole('dialog')), refreshes };
}

const printed = () => aDetail({ status: 'AWAITING_RECEIPT', receiptNumber: 'SJ20260001876', receipts: [aReceipt(2)] });

describe('调整银行账户', () => {
  it('says before the click what becomes void, and names the version on the button', () => {
    const { dialog } = open(printed());
    expect(dialog.getByText('更换账户后，第 2 版收据将作废')).toBeTruthy();
    expect(dialog.getByRole('button', { name: '更换账户并作废第 2 版' })).toBeTruthy();
  });

  it('offers nothing to do while the one in use is chosen, and does not let that one be retired', () => {
    const { dialog } = open(printed());
    const button = dialog.getByRole('button', { name: '更换账户并作废第 2 版' });
    expect(button.hasAttribute('disabled')).toBe(true);
    expect(dialog.getByText('先更换，再停用')).toBeTruthy();
    expect(dialog.getAllByRole('button', { name: /停用账户/ })).toHaveLength(1);
  });

  it('changes to the chosen account once, closes and shows the page anew', async () => {
    const asked: unknown[] = [];
    const adjustAccount = (given: unknown) => {
      asked.push(given);
      return Promise.resolve({ ok: true as const });
    };
    const detail = printed();
    const { dialog, refreshes } = open(detail, { adjustAccount });
    fireEvent.click(dialog.getByRole('radio', { name: /5678/ }));
    const button = dialog.getByRole('button', { name: '更换账户并作废第 2 版' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toEqual([{ disbursementId: detail.id, bankAccountId: OTHER }]);
    expect(refreshes()).toBe(1);
  });

  it('keeps what was typed and says at each field how to mend it', async () => {
    const explained = { title: '尚未提交', why: '', next: [], fields: { number: '请填写 8 至 30 位账号。' } };
    const { dialog } = open(aDetail(), { saveAccount: () => Promise.resolve({ ok: false as const, explained }) });
    fireEvent.click(dialog.getByRole('button', { name: '新增账户' }));
    const number = dialog.getByRole<HTMLInputElement>('textbox', { name: '账号' });
    fireEvent.change(number, { target: { value: '3225 02' } });
    fireEvent.click(dialog.getByRole('button', { name: '保存账户' }));
    await dialog.findByText('请填写 8 至 30 位账号。');
    expect(dialog.getByRole<HTMLInputElement>('textbox', { name: '账号' }).value).toBe('3225 02');
    expect(dialog.getByText('苏州示例智能科技有限公司')).toBeTruthy();
  });

  it('chooses what was just added', async () => {
    const saved: unknown[] = [];
    const saveAccount = (given: unknown) => {
      saved.push(given);
      return Promise.resolve({ ok: true as const, value: { id: OTHER } });
    };
    const { dialog } = open(aDetail(), { saveAccount });
    fireEvent.click(dialog.getByRole('button', { name: '新增账户' }));
    fireEvent.change(dialog.getByRole('textbox', { name: '账号' }), { target: { value: '62220000' } });
    fireEvent.click(dialog.getByRole('button', { name: '保存账户' }));
    await waitFor(() => expect(dialog.getByRole<HTMLInputElement>('radio', { name: /5678/ }).checked).toBe(true));
    expect(saved).toEqual([{ number: '62220000', bankName: '', cnapsCode: '' }]);
  });

  it('stays open with the reason when the change is refused', async () => {
    const explained = { title: '户名与申报单位不一致', why: '请核对。', next: [{ label: '请选择其他账户' }] };
    const { dialog } = open(aDetail(), { adjustAccount: () => Promise.resolve({ ok: false as const, explained }) });
    fireEvent.click(dialog.getByRole('radio', { name: /5678/ }));
    fireEvent.click(dialog.getByRole('button', { name: '使用所选账户' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('户名与申报单位不一致');
  });

  it('after a payment that failed lets the same account be kept, where the bank has put it right', () => {
    const failure = { reason: '收款账户被冻结或止付', cause: 'account' as const };
    const { dialog } = open(aDetail({ status: 'PAYMENT_FAILED', failure }));
    expect(dialog.getByRole('button', { name: '使用所选账户' }).hasAttribute('disabled')).toBe(false);
  });
});
