import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { StrictMode, useState, type ComponentProps } from 'react';
import type { JudgeActs } from '@/components/receipt/acts';
import { ReceiptDeskPage } from '@/components/receipt/receipt-desk-page';
import { Announcer } from '@/components/ui/announcer';
import type { ReceiptDesk, ReceiptQueueRow } from '@/lib/capture/desk-queries';
import { explainReceipt } from '@/lib/disbursement/rules/receipt-refusals';
import { aReceiptModel } from '../../builders/receipt-model';
import { standInForDialogs } from '../disbursement/with-router';

type Router = NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>;

beforeAll(standInForDialogs);

function aDesk(given: Partial<ReceiptDesk> = {}): ReceiptDesk {
  const { account, contact, ...values } = aReceiptModel();
  return {
    disbursementId: 'b',
    notBefore: null,
    receiptId: 'receipt',
    pages: 1,
    values: {
      ...values,
      account: { ...account, masked: '3225 **** **** 1234' },
      contact: { name: contact.name, masked: '138****0000' },
    },
    caseNumber: 'RC20260004215',
    applicationId: 'case',
    photograph: {
      id: 'photo',
      verdict: 'DOUBTFUL',
      findings: [
        { code: 'seal-absent', severity: 'doubt' },
        { code: 'code-valid', severity: 'ok' },
      ],
      takenAt: new Date('2026-11-23T06:02:00Z'),
      submittedAt: new Date('2026-11-23T06:03:00Z'),
      byPhone: true,
      opened: false,
      hasFlat: true,
    },
    risks: [],
    earlier: [],
    samePictureElsewhere: 0,
    mayJudge: true,
    ...given,
  };
}

/** The photograph on the screen, by which each act names what it means. */
const SEEN = { disbursementId: 'b', photographId: 'photo' };

const aRow = (disbursementId: string): ReceiptQueueRow => ({
  disbursementId,
  receiptNumber: 'SJ20260001876',
  version: 1,
  enterpriseName: `单位${disbursementId}`,
  batchNumber: 'PC2026007',
  amountFen: 180_000_00,
  verdict: 'CLEAN',
  submittedAt: new Date('2026-11-23T06:03:00Z'),
  opened: false,
  photographId: `photo-${disbursementId}`,
});

async function open(desk = aDesk(), more: Partial<JudgeActs> = {}) {
  const through = async () => ({ ok: true as const, value: undefined });
  const acts = {
    open: jest.fn<JudgeActs['open']>(through),
    accept: jest.fn<JudgeActs['accept']>(through),
    giveBack: jest.fn<JudgeActs['giveBack']>(through),
    ...more,
  };
  const push = jest.fn();
  let arrive = () => {};
  const refresh = jest.fn(() => arrive());
  const router = { push, refresh } as unknown as Router;
  /** Every answer of the server brings its acts anew. */
  function Page() {
    const [given, setGiven] = useState<JudgeActs>(acts);
    arrive = () => setGiven({ open: (seen) => acts.open(seen), accept: acts.accept, giveBack: acts.giveBack });
    return <ReceiptDeskPage desk={desk} queue={['a', 'b', 'c'].map(aRow)} acts={given} />;
  }
  await act(
    async () =>
      void render(
        <StrictMode>
          <AppRouterContext.Provider value={router}>
            <Page />
            <Announcer />
          </AppRouterContext.Provider>
        </StrictMode>,
      ),
  );
  const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }));
  return { acts, push, refresh, press };
}

describe('a receipt on the desk', () => {
  it('counts as opened once it stands on the screen of somebody who may judge it, and only then', async () => {
    const { acts } = await open();
    expect(acts.open).toHaveBeenCalledTimes(1);
    expect(acts.open).toHaveBeenCalledWith(SEEN);
    document.body.replaceChildren();
    expect((await open(aDesk({ mayJudge: false }))).acts.open).not.toHaveBeenCalled();
    document.body.replaceChildren();
    const seen = { ...aDesk().photograph, opened: true };
    expect((await open(aDesk({ photograph: seen }))).acts.open).not.toHaveBeenCalled();
  });

  it('shows the straightened sheet, the photograph and the issued page by the keys 1, 2 and 3', async () => {
    const { press } = await open();
    const shown = () => screen.getByRole('img', { name: /^(展平|原始)照片/ }).getAttribute('src');
    expect(shown()).toBe('/api/photographs/photo?as=flat');
    await press('2');
    expect(shown()).toBe('/api/photographs/photo?as=view');
    await press('3');
    expect(screen.getByTitle(/^签发页/).getAttribute('src')).toContain('/api/receipts/receipt?inline');
  });

  it('lays the sheet over the page that was issued by the key 4: blinking, sliding, or what differs', async () => {
    const { press } = await open();
    await press('4');
    const [issued, sheet] = screen.getAllByRole('img', { name: /^(签发页|展平照片)$/ });
    expect(issued?.getAttribute('src')).toBe('/api/receipts/receipt?as=picture');
    expect(sheet?.className).not.toContain('away');
    await press(' ');
    expect(sheet?.className).toContain('away');
    await press('s');
    const slider = screen.getByRole('slider', { name: '左侧显示照片的比例' });
    fireEvent.change(slider, { target: { value: '30' } });
    expect(sheet?.style.clipPath).toBe('inset(0 70% 0 0)');
    await press('d');
    expect(sheet?.className).toContain('difference');
  });

  it('draws on the sheet where it differs from what was issued, and says how many places', async () => {
    const { photograph } = aDesk();
    const places = [{ x: 92, y: 163, width: 5, height: 5 }];
    await open(
      aDesk({ photograph: { ...photograph, findings: [{ code: 'content-differs', severity: 'doubt', places }] } }),
    );
    expect(screen.getByText('有 1 处与系统中的收据不一致')).toBeTruthy();
    const place = document.querySelector('svg[viewBox="0 0 210 297"] rect');
    expect(['x', 'y', 'width'].map((name) => place?.getAttribute(name))).toEqual(['91', '162', '7']);
  });

  it('draws where a seal was looked for with a line of its own', async () => {
    const { photograph } = aDesk();
    const [seal, differing] = [
      { x: 120, y: 200, width: 50, height: 50 },
      { x: 92, y: 163, width: 5, height: 5 },
    ];
    const findings = [
      { code: 'seal-absent', severity: 'doubt', places: [seal] },
      { code: 'content-differs', severity: 'doubt', places: [differing] },
    ] as const;
    await open(aDesk({ photograph: { ...photograph, findings } }));
    const places = [...document.querySelectorAll('svg[viewBox="0 0 210 297"] rect')];
    expect(places.map((place) => place.getAttribute('class'))).toEqual(['seal', null]);
  });

  it('says in words what was found, and keeps whole numbers of accounts to the paper', async () => {
    await open();
    expect(screen.getByText('印章区内没有看到红色印章')).toBeTruthy();
    expect(screen.getByText('3225 **** **** 1234')).toBeTruthy();
    expect(document.body.textContent).not.toContain(aReceiptModel().account.number);
  });

  it('says beside the account what finance is warned of before it pays', async () => {
    await open(aDesk({ risks: ['联行号不在银行表中', '付款未成功后更换的账户'] }));
    const account = screen.getByText('账号').nextElementSibling;
    for (const risk of ['联行号不在银行表中', '付款未成功后更换的账户']) expect(account?.textContent).toContain(risk);
  });

  it('warns of a picture that was used before, of a young account and of what was returned before', async () => {
    const returned = { id: 'x', submittedAt: new Date(0), outcome: 'returned', reason: '印章不清楚。' } as const;
    const earlier = [{ ...returned, isSameFile: true }];
    await open(aDesk({ samePictureElsewhere: 1, notBefore: new Date('2026-11-24T06:00:00Z'), earlier }));
    expect(screen.getByText('同一张照片曾用于其他收据')).toBeTruthy();
    expect(screen.getByText(/2026年11月24日 14:00 后方可付款/)).toBeTruthy();
    expect(screen.getByText('第 2 次提交')).toBeTruthy();
    expect(screen.getByText('与退回过的是同一张照片')).toBeTruthy();
  });
});

describe('judging', () => {
  it('passes by A and shows the next one', async () => {
    const { acts, push, press } = await open();
    await press('a');
    expect(acts.accept).toHaveBeenCalledWith(SEEN);
    expect(push).toHaveBeenLastCalledWith('/staff/receipts/c');
  });

  it('gives back by R, with a reason from the library or of one’s own', async () => {
    const { acts, press } = await open();
    await press('r');
    const dialog = within(screen.getByRole('dialog', { name: '退回收据' }));
    const reason = '印章不清楚，请重新打印本版收据，盖清楚后重新拍照。';
    fireEvent.click(dialog.getByRole('button', { name: reason }));
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: '退回收据' })));
    expect(acts.giveBack).toHaveBeenCalledWith({ ...SEEN, reason });
  });

  it('gives back in two keystrokes: R, and the number of the reason', async () => {
    const { acts, press } = await open();
    await press('r');
    const search = within(screen.getByRole('dialog', { name: '退回收据' })).getByRole('searchbox');
    await act(async () => void fireEvent.keyDown(search, { key: '2' }));
    const reason = '印章不清楚，请重新打印本版收据，盖清楚后重新拍照。';
    expect(acts.giveBack).toHaveBeenCalledWith({ ...SEEN, reason });
  });

  it('takes a digit for a letter once something is typed in the search', async () => {
    const { acts, press } = await open();
    await press('r');
    const search = within(screen.getByRole('dialog', { name: '退回收据' })).getByRole('searchbox');
    fireEvent.change(search, { target: { value: '印章' } });
    await act(async () => void fireEvent.keyDown(search, { key: '2' }));
    expect(acts.giveBack).not.toHaveBeenCalled();
  });

  it('passes nothing before it is recorded that the photograph was opened, and asks again for what did not arrive', async () => {
    const lost = jest.fn<JudgeActs['open']>(async () => Promise.reject(new Error('offline')));
    const accept = jest.fn<JudgeActs['accept']>(async () => ({ ok: true, value: undefined }));
    const { press } = await open(aDesk(), { open: lost, accept });
    await press('a');
    expect([lost.mock.calls.length > 1, accept.mock.calls.length]).toEqual([true, 0]);
    lost.mockImplementation(async () => ({ ok: true, value: undefined }));
    await press('a');
    expect(accept).toHaveBeenCalledTimes(1);
  });

  it('asks for the opening once and says once that it failed, though each answer of the server brings acts anew', async () => {
    const explained = { title: '情况已更新', why: '本事项刚刚有了变化。', next: [] };
    const faster = jest.fn<JudgeActs['open']>(async () => ({ ok: false, code: 'somebody-was-faster', explained }));
    const said = jest.fn();
    window.addEventListener('ui:announce', said);
    const { refresh, press } = await open(aDesk(), { open: faster });
    const counts = () => [faster, refresh, said].map(({ mock }) => mock.calls.length);
    expect(counts()).toEqual([1, 1, 1]);
    await press('a');
    expect(counts()).toEqual([2, 2, 2]);
    window.removeEventListener('ui:announce', said);
  });

  it('asks for nothing anew where a connection was lost', async () => {
    const { refresh, press } = await open(aDesk(), { open: async () => Promise.reject(new Error('offline')) });
    await press('a');
    expect(refresh).not.toHaveBeenCalled();
    expect(screen.getByText(/^没有记下/)).toBeTruthy();
  });

  it('passes once, however often A is pressed before the next one is there', async () => {
    const { acts, press } = await open();
    await press('a');
    await press('a');
    expect(acts.accept).toHaveBeenCalledTimes(1);
  });

  it('decides nothing about a photograph that the enterprise replaced meanwhile, and shows the new one', async () => {
    const explained = explainReceipt['photograph-replaced']({ code: 'photograph-replaced' });
    const replaced = async () => ({ ok: false as const, code: 'photograph-replaced', explained });
    const { push, refresh, press } = await open(aDesk(), { accept: replaced, giveBack: replaced });
    await press('a');
    expect(refresh).toHaveBeenCalledTimes(1);
    await press('r');
    const search = within(screen.getByRole('dialog', { name: '退回收据' })).getByRole('searchbox');
    await act(async () => void fireEvent.keyDown(search, { key: '2' }));
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(push).not.toHaveBeenCalled();
    expect(
      screen.getByText(/^企业已重新提交照片，请看新照片：您看的那张已退回或取回，刚才的操作没有记下。$/),
    ).toBeTruthy();
  });

  it('stays and says why when somebody was faster', async () => {
    const explained = { title: '情况已更新', why: '本事项刚刚有了变化。', next: [] };
    const { push, refresh, press } = await open(aDesk(), {
      accept: async () => ({ ok: false, code: 'somebody-was-faster', explained }),
    });
    await press('a');
    expect(push).not.toHaveBeenCalled();
    expect(refresh).toHaveBeenCalled();
    expect(screen.getByText('情况已更新：本事项刚刚有了变化。')).toBeTruthy();
  });

  it('is not for the second person of finance, who may look and move on', async () => {
    const { acts, push, press } = await open(aDesk({ mayJudge: false }));
    await press('a');
    await press('r');
    await press('k');
    expect(acts.accept).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(push).toHaveBeenLastCalledWith('/staff/receipts/a');
    expect(screen.queryByRole('button', { name: /退回/ })).toBeNull();
  });
});
