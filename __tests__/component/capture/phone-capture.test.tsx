import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { deviceLabel } from '@/components/capture/phone-link';
import { PhoneCapture } from '@/components/capture/phone-capture';
import type { PhoneView } from '@/lib/capture/queries';
import { aView, CLEAN, PhoneServer, VALUES, VALUES_READ, valuesIn } from './phone-server';

const WECHAT =
  'Mozilla/5.0 (Linux; Android 13; M2102J2SC Build/TKQ1; wv) AppleWebKit/537.36 Mobile MicroMessenger/8.0.50';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';

/** The page runs in this browser, over https or not. */
function browser(userAgent: string, isSecure = true): void {
  jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
  Object.defineProperty(window, 'isSecureContext', { configurable: true, value: isSecure });
}

afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(window, 'isSecureContext');
});

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
  act(async () => void fireEvent.change(screen.getByLabelText('选择相册图片或PDF'), { target: { files: [picture] } }));

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
    server.answers.enter = { code: 'code-over', title: '二维码已失效' };
    await open();
    expect(screen.getByText('二维码已失效')).toBeTruthy();
    expect(window.location.hash).toBe('#token-of-the-qr');
  });

  it('leaves the token where WeChat hands the address on to another browser', async () => {
    window.history.replaceState(null, '', '/m/receipt#token-of-the-qr');
    browser(WECHAT);
    await open();
    expect(screen.getByText('配对码，请与电脑上核对')).toBeTruthy();
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

describe('a phone that gave way to another one', () => {
  const isTold = () => {
    expect(screen.getByRole('heading', { name: '已改用另一部手机' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  };

  it('is told so within five seconds though nobody touches it', async () => {
    jest.useFakeTimers();
    await open();
    server.isTakenOver = true;
    await act(async () => void (await jest.advanceTimersByTimeAsync(5000)));
    isTold();
    jest.useRealTimers();
  });

  it.each<[string, Partial<PhoneView>, () => Promise<unknown>]>([
    ['sends a picture', {}, () => pick()],
    ['wants to submit', { status: 'CHECKED', photograph: CLEAN }, () => press('确认提交')],
    ['wants another picture', { status: 'CHECKED', photograph: CLEAN }, () => press('重拍')],
  ])('is told so when it %s', async (_, view, does) => {
    await open(view);
    server.isTakenOver = true;
    await does();
    isTold();
  });
});

describe('without a live camera the page says why, and takes a picture all the same:', () => {
  it.each([
    [
      'in WeChat',
      WECHAT,
      true,
      '微信里打不开相机画面。请用“拍照”，检查结果一样；也可以点右上角“…”，选择“在浏览器打开”。',
    ],
    ['on plain http', IPHONE, false, '本页不是加密连接（https），浏览器不开放相机画面。请用“拍照”，检查结果一样。'],
    ['in an old browser', IPHONE, true, '当前浏览器打不开相机画面。请用“拍照”，检查结果一样。'],
  ])('%s', async (_, userAgent, isSecure, words) => {
    browser(userAgent, isSecure);
    await open();
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '打开相机拍照' })).toBeNull();
    expect(screen.getByLabelText('拍照', { selector: 'input' }).getAttribute('capture')).toBe('environment');
    await pick();
    expect(screen.getByRole('heading', { name: '核对收据' })).toBeTruthy();
  });

  it.each([
    ['a HEIC of an iPhone that this browser cannot draw', 'IMG_0001.HEIC', 'image/heic'],
    ['a HEIC whose kind the browser does not know', 'IMG_0001.HEIC', ''],
    ['a scan of several pages', '收据.pdf', 'application/pdf'],
  ])('%s goes to the server as it is', async (_, name, type) => {
    await open();
    const file = new File(['as it is'], name, { type });
    await pick(file);
    expect(server.pictures).toEqual([file]);
    expect(screen.getByRole('heading', { name: '核对收据' })).toBeTruthy();
  });

  it('the album offers pictures and PDF, and asks for no camera', async () => {
    await open();
    const album = screen.getByLabelText('选择相册图片或PDF');
    expect(album.getAttribute('accept')).toContain('application/pdf');
    expect(album.hasAttribute('capture')).toBe(false);
  });
});

describe('the phone in words', () => {
  it.each([
    [IPHONE, 'iPhone'],
    [WECHAT, '安卓手机 M2102J2SC 微信'],
    ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/131.0 Mobile', '安卓手机'],
    ['Mozilla/5.0 (Linux; U; Android 12; zh-cn; ALN-AL00 Build/X; wv) AppleWebKit/537.36', '安卓手机 ALN-AL00'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36', '手机'],
  ])('%s', (userAgent, label) => expect(deviceLabel(userAgent)).toBe(label));
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

  it.each([
    ['too many others wait', 'busy'],
    ['this receipt had too many in a short time', 'too-many-pictures'],
  ])('is kept while %s, and sent once that is over', async (_, code) => {
    await open();
    server.answers.photograph = { code, title: '请稍后再试' };
    await pick();
    expect(screen.getByText('请稍后再试')).toBeTruthy();
    server.answers = {};
    await press('再次上传刚才的照片');
    expect(server.pictures.map(({ size }) => size)).toEqual([7]);
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

  it('stands beside what the receipt says, the account masked', async () => {
    await open({ status: 'CHECKED', photograph: CLEAN, values: VALUES });
    expect(valuesIn(screen.getByRole('region', { name: '收据信息，请与照片核对' }))).toEqual(VALUES_READ);
  });

  it.each([
    ['CLEAN', '核对收据', [{ code: 'seal-present', severity: 'ok' }], /^检查通过，请核对收据信息后提交。$/],
    [
      'DOUBTFUL',
      '核对收据',
      [{ code: 'seal-absent', severity: 'doubt' }],
      /^可以提交，请先留意：印章区内没有看到红色印章。/,
    ],
    [
      'REFUSED',
      '不能提交',
      [{ code: 'blurred', severity: 'refuse' }],
      /^不能提交：照片模糊。请拿稳手机，点按收据对焦后重拍。$/,
    ],
  ] as const)('that is %s is said aloud with the gravest finding, and the focus is at the head', async (...row) => {
    const [verdict, title, findings, words] = row;
    await open();
    const region = screen.getByRole('status');
    expect(region.textContent).toBe('');
    server.found = { ...CLEAN, verdict, findings };
    await pick();
    expect([region.isConnected, region.textContent]).toEqual([true, expect.stringMatching(words)]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: title }));
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
