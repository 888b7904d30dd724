import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { PaperSlot, type PaperSlotProps } from '@/components/papers/paper-slot';
import type { UploadedPaper } from '@/components/papers/send-paper';
import { standInForDialogs } from '../disbursement/with-router';

/** The browser's way out, held in the hand: every request waits until the test answers it. */
class HeldRequest {
  static all: HeldRequest[] = [];
  readonly upload: { onprogress?: (event: { loaded: number }) => void } = {};
  readonly headers: Record<string, string> = {};
  status = 0;
  responseText = '';
  url = '';
  body: unknown;
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  constructor() {
    HeldRequest.all.push(this);
  }
  open(_: string, url: string) {
    this.url = url;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: unknown) {
    this.body = body;
  }
  abort() {
    this.onabort?.();
  }
  answer(status: number, body: unknown) {
    this.status = status;
    this.responseText = typeof body === 'string' ? body : JSON.stringify(body);
    return act(async () => this.onload?.());
  }
}

const own = globalThis.XMLHttpRequest;
beforeEach(() => {
  HeldRequest.all = [];
  globalThis.XMLHttpRequest = HeldRequest as unknown as typeof XMLHttpRequest;
  standInForDialogs();
});
afterEach(() => void (globalThis.XMLHttpRequest = own));

const MATCH = {
  state: 'match',
  mayKeep: true,
  verdict: 'clean',
  findings: ['与系统中的第2版一致。已看到红色印章。'],
  seal: 'PRESENT',
  version: 2,
} as const;
const STANDING: UploadedPaper = {
  fileId: 'old',
  name: '旧表.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 1024,
  check: { ...MATCH, verdict: 'refuse', mayKeep: false, state: 'other-version', findings: ['这是第1版，请重新打印。'] },
};

function open({ isPlain, ...given }: Partial<PaperSlotProps> & { isPlain?: boolean } = {}) {
  const onChanged = jest.fn();
  render(
    <PaperSlot
      id="administrator-filing"
      title="管理员备案信息"
      hint="下载打印，加盖公章后上传"
      example="stamped-form"
      uploadUrl="/register/materials/upload?kind=administrator-filing"
      {...(isPlain ? {} : { paperUrl: '/register/materials/print?kind=administrator-filing' })}
      fileUrl="/register/materials/files/"
      paper={null}
      onChanged={onChanged}
      {...given}
    />,
  );
  return { onChanged };
}

const aFile = (name = '备案.heic', size = 2048) => new File([new Uint8Array(size)], name);
const choose = (file = aFile()) =>
  act(
    async () =>
      void fireEvent.change(screen.getByLabelText(/管理员备案信息$/, { selector: 'input' }), {
        target: { files: [file] },
      }),
  );
const last = () => HeldRequest.all.at(-1) ?? new HeldRequest();
const done = (check: unknown = MATCH) =>
  last().answer(200, { ok: true, value: { fileId: 'f1', mediaType: 'image/jpeg', sizeBytes: 2048, check } });

describe('a slot for one paper', () => {
  it('says before anything is chosen what is wanted, in which kinds and how large, and takes HEIC', () => {
    open();
    expect(screen.getByText('下载打印，加盖公章后上传')).toBeTruthy();
    expect(screen.getByText(/^JPG、PNG、HEIC 或 PDF，不超过 20\sMB$/)).toBeTruthy();
    expect(screen.getByRole('img', { name: /右下盖红色公章/ })).toBeTruthy();
    expect(screen.getByLabelText('上传 管理员备案信息').getAttribute('accept')).toContain('.heic');
    expect(screen.getByText('未上传')).toBeTruthy();
  });

  it('sends at once, shows how far it is, then what the check says', async () => {
    const { onChanged } = open();
    await choose();
    expect(last().url).toBe('/register/materials/upload?kind=administrator-filing');
    expect(decodeURIComponent(last().headers['x-file-name'] ?? '')).toBe('备案.heic');
    await act(async () => last().upload.onprogress?.({ loaded: 512 }));
    expect(screen.getByRole('progressbar', { name: '正在上传 备案.heic' }).getAttribute('value')).toBe('512');
    await act(async () => last().upload.onprogress?.({ loaded: 2048 }));
    expect(screen.getByText(/已传完，正在检查/)).toBeTruthy();
    await done();
    expect(screen.getByText('与系统中的第2版一致。已看到红色印章。')).toBeTruthy();
    expect(screen.getByText('已上传')).toBeTruthy();
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('keeps what stood, and the file that did not arrive, when the network breaks; retrying sends that file', async () => {
    open({ paper: STANDING });
    const file = aFile();
    await choose(file);
    await act(async () => last().onerror?.());
    expect(screen.getByRole('alert').textContent).toContain('网络断开，没有传完。文件还在，可以再传一次。');
    expect(screen.getByText('旧表.jpg')).toBeTruthy();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '重试' })));
    expect(last().body).toBe(file);
    await done();
    expect(screen.queryByText('旧表.jpg')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what is wrong with a refused file and how to mend it, and what stood stays', async () => {
    open({ paper: STANDING });
    await choose();
    const explained = { title: 'PDF 有密码', why: '审核时不能打开。', next: [{ label: '请去掉密码后再上传' }] };
    await last().answer(409, { ok: false, code: 'pdf-encrypted', explained });
    expect(screen.getByRole('alert').textContent).toContain('PDF 有密码：审核时不能打开。请去掉密码后再上传。');
    expect(screen.getByText('旧表.jpg')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '重试' })).toBeNull();
  });

  it('refuses more than 20 MB before a byte is sent', async () => {
    open();
    const file = aFile();
    Object.defineProperty(file, 'size', { value: 21 * 1024 * 1024 });
    await choose(file);
    expect(HeldRequest.all).toHaveLength(0);
    expect(screen.getByRole('alert').textContent).toContain('每个文件不超过 20 MB');
  });

  it.each([
    ['refuse', '需要更换'],
    ['doubt', '已上传，请核对'],
  ])('after a check that says %s it reads %s', async (verdict, word) => {
    open();
    await choose();
    await done({ ...MATCH, verdict, findings: ['盖章处没有看到红色印章。'] });
    expect(screen.getByText(word)).toBeTruthy();
    expect(screen.getByText('盖章处没有看到红色印章。')).toBeTruthy();
  });

  it('lets an answer that comes too late change nothing', async () => {
    open();
    await choose(aFile('一.jpg'));
    const first = last();
    await choose(aFile('二.jpg'));
    await done();
    await first.answer(500, 'late');
    expect(screen.getByText('二.jpg')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows a picture here and a PDF in a window of its own', async () => {
    open({ paper: STANDING });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '查看 旧表.jpg' })));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('img').getAttribute('src')).toBe('/register/materials/files/old');
    expect(dialog.getByRole('link', { name: '在新窗口打开' }).getAttribute('target')).toBe('_blank');
  });
});

describe('下载PDF打印', () => {
  const ownFetch = globalThis.fetch;
  afterEach(() => void (globalThis.fetch = ownFetch));

  it('says why a form cannot be printed yet, and loses nothing', async () => {
    const explained = { title: '还不能打印', why: '表上的内容还没有填全。', next: [{ label: '补齐后再打印' }] };
    globalThis.fetch = (async () => ({ json: async () => ({ ok: false, explained }) })) as unknown as typeof fetch;
    open({ paper: STANDING });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '下载PDF打印 管理员备案信息' })));
    expect(screen.getByRole('alert').textContent).toContain('表上的内容还没有填全。补齐后再打印。');
    expect(screen.getByText('旧表.jpg')).toBeTruthy();
  });

  it('is not offered for a paper that the system does not print', () => {
    open({ isPlain: true });
    expect(screen.queryByRole('button', { name: /下载PDF打印/ })).toBeNull();
    expect(screen.getByText('拍照或选择文件')).toBeTruthy();
  });
});
