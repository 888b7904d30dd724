import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { PhoneCapture } from '@/components/capture/phone-capture';
import type { PhoneView } from '@/lib/capture/queries';
import { aView, CLEAN, PhoneServer } from './phone-server';

let server: PhoneServer;
beforeEach(() => {
  server = new PhoneServer();
  server.install();
  window.history.replaceState(null, '', '/m/receipt');
});

async function open(view: Partial<PhoneView> | null = {}) {
  server.view = view && aView(view);
  await act(async () => void render(<PhoneCapture />, { wrapper: StrictMode }));
}

const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const pick = (picture = new File(['picture'], 'a.jpg', { type: 'image/jpeg' })) =>
  act(async () => void fireEvent.change(screen.getByLabelText('选择相册图片'), { target: { files: [picture] } }));

describe('the page of the phone, opened or opened again', () => {
  it.each<[Partial<PhoneView>, string]>([
    [{ status: 'OPENED' }, '配对码，请与电脑上核对'],
    [{ status: 'CAMERA' }, '配对码，请与电脑上核对'],
    [{ status: 'CHECKED', photograph: CLEAN }, '核对收据'],
    [{ status: 'SUBMITTED' }, '收据已提交'],
    [{ status: 'EXPIRED' }, '链接已过期'],
    [{ status: 'CANCELLED', endReason: '电脑端重新生成了二维码' }, '电脑端重新生成了二维码。'],
  ])('shows the screen of the state that the server has: %j', async (view, words) => {
    await open(view);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('says which version replaced a voided one, since when and why', async () => {
    const voided = { version: 1, reason: '银行账户或联系人已调整', at: '2026-11-20T03:00:00.000Z', replacedBy: 2 };
    await open({ status: 'VOIDED', voided });
    expect(screen.getByRole('heading', { name: '这是已作废的第 1 版收据' })).toBeTruthy();
    expect(screen.getByText('11月20日作废：银行账户或联系人已调整，由第 2 版替换。')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks to scan where there is neither token nor link', async () => {
    await open(null);
    expect(screen.getByText('请扫码打开')).toBeTruthy();
  });

  it('hands the token in once and takes it out of the address', async () => {
    window.history.replaceState(null, '', '/m/receipt#token-of-the-qr');
    await open();
    expect(server.asked).toEqual(['enter', 'state']);
    expect(window.location.hash).toBe('');
  });

  it('keeps a token that was refused or could not be handed in, so that a reload asks again', async () => {
    window.history.replaceState(null, '', '/m/receipt#token-of-the-qr');
    server.answers.enter = { code: 'other-device', title: '已在另一部手机上打开' };
    await open();
    expect(screen.getByText('已在另一部手机上打开')).toBeTruthy();
    expect(window.location.hash).toBe('#token-of-the-qr');
  });

  it('goes on where it was as soon as a server that was out of reach answers', async () => {
    window.history.replaceState(null, '', '/m/receipt#token-of-the-qr');
    server.isOffline = true;
    await open();
    expect(screen.getByText('没有连上服务器')).toBeTruthy();
    server.isOffline = false;
    await press('再试一次');
    expect(server.asked).toEqual(['enter', 'state']);
    expect(screen.getByText('配对码，请与电脑上核对')).toBeTruthy();
  });
});

describe('a picture', () => {
  it('is kept while the network is away and sent when it is back', async () => {
    await open();
    server.isOffline = true;
    await pick();
    expect(screen.getByText('网络断开')).toBeTruthy();
    server.isOffline = false;
    await press('再次上传刚才的照片');
    expect(await server.pictures[0]?.size).toBe(7);
    expect(screen.getByRole('heading', { name: '核对收据' })).toBeTruthy();
  });

  it('is forgotten when the server says that it is none', async () => {
    await open();
    server.answers.photograph = { code: 'not-an-image', title: '不是图片' };
    await pick();
    expect(screen.getByText('不是图片')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '再次上传刚才的照片' })).toBeNull();
  });

  it('does not overtake the word that another one is coming', async () => {
    let arrive = () => {};
    server.camera = new Promise((resolve) => (arrive = resolve));
    await open({ status: 'CHECKED', photograph: CLEAN });
    await press('重拍');
    await pick();
    expect(server.asked).not.toContain('photograph');
    await act(async () => arrive());
    expect(server.asked.filter((one) => one !== 'state')).toEqual(['camera', 'photograph']);
    expect(screen.getByRole('heading', { name: '核对收据' })).toBeTruthy();
  });

  it('that did not pass the check offers another one and nothing else', async () => {
    const photograph = { ...CLEAN, verdict: 'REFUSED', findings: [{ code: 'blurred', severity: 'refuse' }] } as const;
    await open({ status: 'CHECKED', photograph: photograph as unknown as PhoneView['photograph'] });
    expect(screen.getByText('照片模糊')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '确认提交' })).toBeNull();
    expect(screen.getByRole('button', { name: '重拍' })).toBeTruthy();
  });

  it('of a voided version says which one to print, and offers to photograph that', async () => {
    const voided = { version: 1, reason: '银行账户或联系人已调整', at: '2026-11-20T03:00:00.000Z', replacedBy: 2 };
    await open({ status: 'CHECKED', photograph: CLEAN, voided });
    expect(screen.getByRole('button', { name: '我有第 2 版，重新拍照' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '确认提交' })).toBeNull();
  });
});

describe('确认提交', () => {
  it('is sent once, however often it is pressed', async () => {
    await open({ status: 'CHECKED', photograph: CLEAN });
    const button = screen.getByRole('button', { name: '确认提交' });
    await act(async () => {
      fireEvent.click(button);
      fireEvent.click(button);
    });
    expect(server.asked.filter((one) => one === 'submit')).toHaveLength(1);
    expect(screen.getByText('收据已提交')).toBeTruthy();
  });

  it('leaves picture and findings on the screen when the network is away', async () => {
    await open({ status: 'CHECKED', photograph: CLEAN });
    server.isOffline = true;
    await press('确认提交');
    expect(screen.getByText('网络断开')).toBeTruthy();
    server.isOffline = false;
    await press('确认提交');
    expect(screen.getByText('收据已提交')).toBeTruthy();
  });

  it('shows why the link ended when it ended meanwhile', async () => {
    await open({ status: 'CHECKED', photograph: CLEAN });
    server.answers.submit = { code: 'link-cancelled', title: '本次拍照已取消' };
    server.view = aView({ status: 'CANCELLED', endReason: '已从电脑端提交收据' });
    await press('确认提交');
    expect(screen.getByText('已从电脑端提交收据。')).toBeTruthy();
  });
});
