import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { PaperActs } from '@/components/receipt/acts';
import { PrintStep } from '@/components/receipt/print-step';
import { UploadStep } from '@/components/receipt/upload-step';
import type { DisbursementDetail } from '@/lib/disbursement/queries';
import type { PhotographRow, ReceiptVersionView } from '@/lib/receipt/queries';
import { aDetail, aReceipt } from '../disbursement/a-detail';
import { countingRouter, standInForDialogs } from '../disbursement/with-router';
import { LiveLink } from './live-link';

beforeAll(() => {
  standInForDialogs();
  new LiveLink().install();
});

const done: PaperActs['print'] = async () => ({ status: 'done', message: null, at: 1 });
const acts = (): PaperActs => ({
  print: jest.fn(done),
  takeBack: jest.fn(done),
  openLink: async () => ({
    ok: true,
    value: { captureId: 'link', pairingCode: '0000', codeAt: '2026-11-23T06:02:10.000Z', address: 'http://x/#t' },
  }),
  cancelLink: async () => ({ ok: true, value: undefined }),
  submitPicture: async () => ({ ok: true, value: undefined }),
});

async function show(node: ReactNode) {
  const { Wrapper } = countingRouter();
  await act(async () => void render(node, { wrapper: Wrapper }));
}

const aPhotograph = (given: Partial<PhotographRow> = {}): PhotographRow => ({
  id: 'photo',
  verdict: 'CLEAN',
  takenAt: new Date('2026-11-23T06:02:00Z'),
  submittedAt: new Date('2026-11-23T06:03:00Z'),
  takenBackAt: null,
  decision: null,
  decisionReason: null,
  opened: false,
  hasFlat: true,
  ...given,
});
const withPaper = (status: DisbursementDetail['status'], receipt: Partial<ReceiptVersionView>) =>
  aDetail({ status, receipts: [{ ...aReceipt(2), ...receipt }] });

describe('打印收据', () => {
  it('issues for the matter that it stands in', async () => {
    const given = acts();
    await show(<PrintStep detail={aDetail({ status: 'AWAITING_PRINT' })} print={given.print} />);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '打印收据' })));
    const form = (given.print as jest.Mock<PaperActs['print']>).mock.calls[0]?.[1];
    expect(form?.get('disbursementId')).toBe(aDetail().id);
  });

  it('offers the current version for download and marks the void one with reason and day, without a way to get it', async () => {
    const voidedAt = new Date('2026-11-20T02:00:00Z');
    const void1 = { ...aReceipt(1), status: 'VOIDED' as const, voidedAt, voidReason: '银行账户或联系人已调整' };
    const detail = aDetail({ status: 'AWAITING_RECEIPT', receipts: [aReceipt(2), void1] });
    await show(<PrintStep detail={detail} print={done} />);
    const links = screen.getAllByRole('link', { name: '下载PDF打印' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/api/receipts/receipt-2']);
    expect(screen.getByText('SJ20260001876 第 1 版已作废')).toBeTruthy();
    expect(screen.getByText('11月20日，银行账户或联系人已调整，请勿使用。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '打印收据' })).toBeNull();
  });

  it('waits while the matter is held', async () => {
    await show(<PrintStep detail={aDetail({ status: 'AWAITING_PRINT', hold: '核实中' })} print={done} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('上传收据', () => {
  it('says why the last photograph was returned, and that the paper is still good', async () => {
    const photographs = [aPhotograph({ decision: 'RETURNED', decisionReason: '印章不清楚。' })];
    const detail = withPaper('AWAITING_RECEIPT', { status: 'RETURNED', photographs });
    await show(<UploadStep detail={detail} acts={acts()} />);
    expect(screen.getByText('印章不清楚。')).toBeTruthy();
    expect(screen.getByText('第 2 版收据继续有效，请按意见处理后重新拍照上传。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '上传收据' })).toBeTruthy();
  });

  it('can be taken back until finance has opened it', async () => {
    const detail = withPaper('RECEIPT_REVIEW', { status: 'SUBMITTED', photographs: [aPhotograph()] });
    await show(<UploadStep detail={detail} acts={acts()} />);
    expect(screen.getByRole('button', { name: '取回' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '上传收据' })).toBeNull();
  });

  it('cannot be taken back once finance has opened it, and says so', async () => {
    const photographs = [aPhotograph({ opened: true })];
    await show(<UploadStep detail={withPaper('RECEIPT_REVIEW', { status: 'SUBMITTED', photographs })} acts={acts()} />);
    expect(screen.queryByRole('button', { name: '取回' })).toBeNull();
    expect(screen.getByText(/已开始审核，暂不能取回/)).toBeTruthy();
  });

  it('lists what was handed in with its outcome, to look at and to keep', async () => {
    const photographs = [
      aPhotograph({ id: 'b' }),
      aPhotograph({ id: 'a', takenBackAt: new Date('2026-11-23T07:00:00Z'), hasFlat: false }),
    ];
    await show(<UploadStep detail={withPaper('RECEIPT_REVIEW', { status: 'SUBMITTED', photographs })} acts={acts()} />);
    expect(screen.getByText('待审核')).toBeTruthy();
    expect(screen.getByText('2026年11月23日 14:03 提交，2026年11月23日 15:00 取回')).toBeTruthy();
    const hrefs = (name: RegExp) => screen.getAllByRole('link', { name }).map((link) => link.getAttribute('href'));
    expect(hrefs(/^查看/)).toEqual(['/api/photographs/b?as=flat', '/api/photographs/a?as=view']);
    expect(hrefs(/^下载/)).toEqual(['/api/photographs/b?as=kept', '/api/photographs/a?as=kept']);
  });
});
