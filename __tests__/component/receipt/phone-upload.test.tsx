import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { PhoneUpload } from '@/components/receipt/phone-upload';
import type { LinkActs } from '@/components/receipt/use-capture-link';
import { countingRouter } from '../disbursement/with-router';
import { aLink, LiveLink } from './live-link';

const ADDRESS = 'http://localhost:3000/m/receipt#token';
const OPENED = { captureId: 'link', pairingCode: '4719', codeAt: aLink().code.at, address: ADDRESS };
let link: LiveLink;
beforeEach(() => {
  link = new LiveLink();
  link.install();
});
afterEach(() => void jest.useRealTimers());

async function open(given: Partial<LinkActs> = {}) {
  const acts = {
    openLink: jest.fn<LinkActs['openLink']>(async () => ({
      ok: true,
      value: OPENED,
    })),
    cancelLink: jest.fn<LinkActs['cancelLink']>(async () => ({ ok: true, value: undefined })),
    ...given,
  };
  const { Wrapper, refreshes } = countingRouter();
  await act(async () => void render(<PhoneUpload receiptId="receipt" acts={acts} />, { wrapper: Wrapper }));
  return { acts, refreshes };
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const current = () =>
  within(screen.getByRole('list', { name: '拍照进度' }))
    .getAllByRole('listitem')
    .find((one) => one.getAttribute('aria-current'))?.textContent;

describe('上传收据 by phone', () => {
  it('shows a code for the address with its token, and the pairing code', async () => {
    const { acts } = await open();
    await press('上传收据');
    expect(acts.openLink).toHaveBeenCalledWith({ receiptId: 'receipt' });
    expect(screen.getByRole('img', { name: '上传收据二维码' })).toBeTruthy();
    expect(screen.getByText('4719').parentElement?.textContent).toContain('换用另一部手机时，要在那部手机上输入');
    expect(screen.getByText('请在 14:12 前扫码')).toBeTruthy();
    expect(current()).toBe('等待扫码14:02:10');
  });

  it('follows the phone from event to event', async () => {
    await open();
    await press('上传收据');
    const steps = [...aLink().steps, { status: 'OPENED', at: '2026-11-23T06:02:31.000Z' }];
    await act(async () => link.change({ status: 'OPENED', steps, deviceLabel: 'iPhone' }));
    expect(current()).toBe('手机已打开14:02:31');
    expect(screen.getByText('iPhone，请核对配对码是否一致。')).toBeTruthy();
  });

  it('asks every three seconds when no event comes, and not at all once the link has ended', async () => {
    jest.useFakeTimers();
    let id = 'link';
    await open({ openLink: async () => ({ ok: true, value: { ...OPENED, captureId: id } }) });
    await press('上传收据');
    link.view = aLink({ status: 'CAMERA' });
    // The event of its own making counted for the first beat.
    await act(async () => void (await jest.advanceTimersByTimeAsync(6000)));
    expect(current()).toContain('正在取景');
    link.view = aLink({ status: 'EXPIRED', endsAt: null });
    await act(async () => void (await jest.advanceTimersByTimeAsync(3000)));
    expect(screen.getByText('二维码已过期')).toBeTruthy();
    expect(link.streams.size).toBe(0);
    const asked = link.asked.length;
    id = 'next';
    link.view = aLink({ id });
    await act(async () => void (await jest.advanceTimersByTimeAsync(60_000)));
    expect(link.asked).toHaveLength(asked);
    await press('重新生成二维码');
    expect(screen.getByRole('img', { name: '上传收据二维码' })).toBeTruthy();
  });

  it('shows no older state after a newer one, in whatever order the answers come', async () => {
    await open();
    await press('上传收据');
    link.heldBack = [];
    await act(async () => link.change({ status: 'CAMERA' }));
    await act(async () => link.change({ status: 'PHOTOGRAPHED' }));
    await act(async () => link.heldBack?.reverse().forEach((go) => go()));
    expect(current()).toContain('已拍照');
  });

  it('stays taken back though an answer comes late that was given before', async () => {
    await open();
    await press('上传收据');
    link.heldBack = [];
    await act(async () => link.change({ status: 'CAMERA' }));
    await press('取消本次拍照');
    await act(async () => link.heldBack?.forEach((go) => go()));
    expect(screen.getByText('本次拍照已取消')).toBeTruthy();
  });

  it('refreshes the page once when the receipt is in', async () => {
    const { refreshes } = await open();
    await press('上传收据');
    await act(async () => link.change({ status: 'SUBMITTED', endsAt: null }));
    await act(async () => link.change({ status: 'SUBMITTED', endsAt: null }));
    expect([refreshes(), screen.getByText('收据已提交').textContent]).toEqual([1, '收据已提交']);
  });

  it('takes the link back and says so', async () => {
    const { acts } = await open();
    await press('上传收据');
    await press('取消本次拍照');
    expect(acts.cancelLink).toHaveBeenCalledWith({ captureId: 'link' });
    expect(screen.getByText('本次拍照已取消')).toBeTruthy();
  });

  it('is copied as a link where the browser lets it, and else stands there selected to be copied by hand', async () => {
    const writeText = jest.fn<Clipboard['writeText']>(async () => undefined);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    await open();
    await press('上传收据');
    await press('复制链接');
    expect(writeText).toHaveBeenCalledWith(ADDRESS);
    expect(screen.queryByText(ADDRESS)).toBeNull();
    Reflect.deleteProperty(navigator, 'clipboard');
    await press('复制链接');
    expect(screen.getByText(ADDRESS)).toBeTruthy();
    expect(window.getSelection()?.toString()).toBe(ADDRESS);
  });

  it('says why no link was made', async () => {
    const explained = { title: '现在不能上传', why: '本资金事项目前不在“待上传收据”。', next: [] };
    await open({ openLink: async () => ({ ok: false, code: 'receipt-not-waiting', explained }) });
    await press('上传收据');
    expect(screen.getByRole('alert').textContent).toContain('现在不能上传');
  });
});

const qr = () => screen.queryByRole('img', { name: '上传收据二维码' });
const LATER = { at: '2026-11-23T06:05:00.000Z', isOver: false };

describe('a page of the desktop that is opened again', () => {
  let codeAt: string;
  async function reopen(given: Parameters<typeof aLink>[0] = {}) {
    link.live = aLink({ status: 'CAMERA', ...given });
    link.view = link.live;
    codeAt = OPENED.codeAt;
    const openLink = jest.fn(async () => ({ ok: true as const, value: { ...OPENED, codeAt } }));
    return { ...(await open({ openLink })), openLink };
  }

  it('shows a code of the link that lives, and what the phone does goes on', async () => {
    const { openLink } = await reopen();
    expect(openLink).toHaveBeenCalledTimes(1);
    expect(qr()).toBeTruthy();
    expect(current()).toContain('正在取景');
  });

  it('makes none unasked where a colleague holds the link, since that would end it', async () => {
    const { openLink } = await reopen({ isOwn: false });
    expect(openLink).not.toHaveBeenCalled();
    expect(qr()).toBeNull();
    expect(screen.getByText(/重新生成后，那部手机不能再拍照/)).toBeTruthy();
    await press('重新生成二维码');
    expect(openLink).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['after ten minutes', { at: aLink().code.at, isOver: true }],
    ['once another page shows a newer one', LATER],
  ])('takes its code away %s, and shows one again when asked', async (_, code) => {
    await reopen();
    await act(async () => link.change({ status: 'CAMERA', code }));
    expect(qr()).toBeNull();
    codeAt = '2026-11-23T06:13:00.000Z';
    await press('显示二维码');
    expect(qr()).toBeTruthy();
    expect(current()).toContain('正在取景');
  });
});

describe('whoever waits at the desktop', () => {
  it('is told which phone took over, and when', async () => {
    await open();
    await press('上传收据');
    const at = (second: number) => ({ status: 'OPENED', at: `2026-11-23T06:03:0${second}.000Z` });
    const steps = [...aLink().steps, at(1), { status: 'CAMERA', at: '2026-11-23T06:03:02.000Z' }, at(5)];
    await act(async () => link.change({ status: 'OPENED', steps, deviceLabel: 'iPhone 微信' }));
    expect(screen.getByRole('status').textContent).toContain('已换到另一部手机：iPhone 微信，14:03:05');
    expect(current()).toBe('手机已打开14:03:05');
    expect(screen.queryByText('14:03:02')).toBeNull();
  });

  it('keeps the session though the window is hidden: each sign of life of the phone makes the page ask', async () => {
    await open();
    await press('上传收据');
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const asked = link.asked.length;
    await act(async () => link.change({ status: 'CAMERA' }));
    expect(link.asked.slice(asked)).toEqual(['/api/capture/link/state']);
    jest.restoreAllMocks();
  });

  it('keeps it though no event comes through to the hidden window: the page asks once a minute', async () => {
    jest.useFakeTimers();
    await open();
    await press('上传收据');
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const asked = link.asked.length;
    await act(async () => void (await jest.advanceTimersByTimeAsync(5 * 60_000)));
    expect(link.asked.length - asked).toBe(5);
    jest.restoreAllMocks();
  });

  it('is told when the session is over all the same, and nothing more is asked', async () => {
    await open();
    await press('上传收据');
    link.isSignedOut = true;
    await act(async () => link.change({ status: 'CAMERA' }));
    expect(screen.getByRole('alert').textContent).toContain('登录已过期');
    expect(link.streams.size).toBe(0);
  });
});
