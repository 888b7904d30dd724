import { beforeAll, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { PaperActs } from '@/components/receipt/acts';
import type { CheckedPicture } from '@/components/receipt/checked-picture';
import { DesktopPicture } from '@/components/receipt/desktop-picture';
import { VALUES, VALUES_READ, valuesIn } from '../capture/phone-server';
import { countingRouter, standInForDialogs } from '../disbursement/with-router';

beforeAll(standInForDialogs);

const CHECKED: CheckedPicture = {
  ...{ photographId: 'photo', verdict: 'CLEAN', hasFlat: true, voided: null, values: VALUES },
  findings: [{ code: 'seal-present', severity: 'ok' }],
};

/** A file is chosen, and the server found this on it. */
async function choose(found: CheckedPicture) {
  globalThis.fetch = async () => ({ json: async () => ({ ok: true, value: found }) }) as Response;
  const submitPicture = jest.fn<PaperActs['submitPicture']>(async () => ({ ok: true, value: undefined }));
  const { Wrapper } = countingRouter();
  render(<DesktopPicture receiptId="receipt" submitPicture={submitPicture} />, { wrapper: Wrapper });
  const files = [new File(['picture'], 'a.jpg', { type: 'image/jpeg' })];
  await act(async () => void fireEvent.change(screen.getByLabelText(/选择文件/), { target: { files } }));
  return { submitPicture };
}

it('a picture from this computer stands beside what the receipt says, the account masked, before it is handed in', async () => {
  const { submitPicture } = await choose(CHECKED);
  const dialog = within(screen.getByRole('dialog', { name: '核对收据' }));
  expect(dialog.getByText('已看到红色印章')).toBeTruthy();
  expect(valuesIn(dialog.getByRole('region', { name: '收据信息，请与照片核对' }))).toEqual(VALUES_READ);
  await act(async () => void fireEvent.click(dialog.getByRole('button', { name: '确认提交' })));
  expect(submitPicture).toHaveBeenCalledWith({ photographId: 'photo' });
});

it('a picture of a voided version says only which one to print', async () => {
  const seen = { number: 'SJ20260001876', version: 1 };
  const voided = { version: 1, reason: '银行账户或联系人已调整', at: '2026-11-20T03:00:00.000Z', replacedBy: 2 };
  await choose({
    ...CHECKED,
    verdict: 'REFUSED',
    findings: [{ code: 'voided-version', severity: 'refuse', seen }],
    voided,
  });
  expect(screen.getByRole('dialog', { name: '这张照片不能提交' })).toBeTruthy();
  expect(screen.queryByRole('region', { name: /收据信息/ })).toBeNull();
});
