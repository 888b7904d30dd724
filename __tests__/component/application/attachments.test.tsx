import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { AttachmentsStep } from '@/components/application/attachments/attachments-step';
import type { BesidePapers } from '@/lib/application/rules/place-of-upload';
import { explainApplication } from '@/lib/application/rules/refusals';
import { PART_BYTES } from '@/lib/files/rules/upload-limits';
import { paths } from '@/lib/kernel/paths';
import { standInForDialogs } from '../disbursement/with-router';
import { atAddress, aView } from './a-view';

const before = globalThis.fetch;
beforeAll(() => {
  standInForDialogs();
  Element.prototype.scrollIntoView = () => {};
  // What jsdom does not have and every browser does.
  Blob.prototype.arrayBuffer = function arrayBuffer(this: Blob) {
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.readAsArrayBuffer(this);
    });
  };
});
afterEach(() => {
  globalThis.fetch = before;
});

const NOTHING: BesidePapers = { unfinished: [], former: [], scans: {}, infected: [], usedBytes: 0 };
const done = async () => ({ ok: true, value: null }) as const;
const ACTIONS = {
  ...{ moveAttachment: done, takeOver: done },
  shareAttachment: async ({ attachmentId, talentIds }: { attachmentId: string; talentIds: string[] }) => {
    shared.push({ attachmentId, talentIds });
    return done();
  },
};
let shared: { attachmentId: string; talentIds: string[] }[] = [];
const PLACE = { requirementId: 'businessLicence', talentId: null };

type Sent = { readonly method: string; readonly address: string };
let sent: Sent[];
let beside: BesidePapers;
/** What the next call of this kind answers instead of going well; a network that is away rejects. */
let meet: Partial<Record<'POST /api/uploads' | 'PUT', () => Response>>;
beforeEach(() => {
  sent = [];
  shared = [];
  beside = NOTHING;
  meet = {};
});

const answer = (value: unknown) => ({ ok: true, status: 200, json: async () => ({ ok: true, value }) }) as Response;
const refusing = (body: object) => ({ ok: false, status: 409, json: async () => ({ ok: false, ...body }) }) as Response;
const gone = () => {
  throw new TypeError('Failed to fetch');
};

function serve(view: ReturnType<typeof aView>): void {
  globalThis.fetch = (async (given: string, init?: RequestInit) => {
    const method = init?.method ?? 'GET';
    if (!given.startsWith('/api/uploads')) return answer(view.draft);
    if (method === 'GET') return answer(beside);
    sent.push({ method, address: given });
    if (method === 'POST' && given === '/api/uploads') {
      return meet['POST /api/uploads']?.() ?? answer({ uploadId: 'u1', receivedBytes: 0 });
    }
    if (method === 'PUT') {
      return meet.PUT?.() ?? answer({ receivedBytes: Number(given.split('offset=')[1]) + (init?.body as Blob).size });
    }
    return answer({ attachmentId: 'a1', fileId: 'f1', alsoIn: [] });
  }) as unknown as typeof fetch;
}

async function open(given: BesidePapers = NOTHING) {
  beside = given;
  const view = aView('attachments');
  serve(view);
  const { Wrapper } = atAddress(paths.edit(view.draft.id, 'attachments'));
  await act(async () => void render(<AttachmentsStep view={view} actions={ACTIONS} />, { wrapper: Wrapper }));
}

const aPdf = (bytes: number, name = '执照.pdf') =>
  new File([`%PDF-1.4\n${'x'.repeat(bytes - 9)}`], name, { type: 'application/pdf' });
const choose = (file: File) =>
  act(async () => void fireEvent.change(screen.getByLabelText('营业执照，选择文件'), { target: { files: [file] } }));

describe('a paper of the wizard', () => {
  it('says kinds and number before anything is chosen, and tells the chooser by its description', async () => {
    await open();
    const input = screen.getByLabelText('营业执照，选择文件');
    const id = input.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(id)?.textContent).toMatch(/JPG、PNG 或 PDF，/);
    expect(screen.getByText(/还可传 500 MB/)).toBeTruthy();
  });

  it('sends a file in parts of one megabyte and then has it put in its place', async () => {
    await open();
    await choose(aPdf(2.5 * PART_BYTES));
    await waitFor(() => expect(sent.at(-1)).toEqual({ method: 'POST', address: '/api/uploads/u1' }));
    expect(sent.filter(({ method }) => method === 'PUT').map(({ address }) => address.split('offset=')[1])).toEqual([
      '0',
      String(PART_BYTES),
      String(2 * PART_BYTES),
    ]);
  });

  it('sends nothing of what is no picture and no PDF, whatever its name, and says what to do', async () => {
    await open();
    await choose(new File(['PK zipped'], '执照.pdf'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/执照\.pdf不能识别这种文件：.*请另存为 JPG、PNG 或 PDF/);
    expect(sent).toEqual([]);
  });

  it('names a network that is away, and goes on from where it stopped', async () => {
    await open();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    meet.PUT = gone;
    await choose(aPdf(1.5 * PART_BYTES));
    expect((await screen.findByRole('alert')).textContent).toMatch(/网络断开，已传 0%，没有丢失/);
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    meet = { 'POST /api/uploads': () => answer({ uploadId: 'u1', receivedBytes: PART_BYTES }) };
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '重试' })));
    await waitFor(() => expect(sent.at(-1)?.address).toBe('/api/uploads/u1'));
    expect(sent.at(-2)?.address).toBe(`/api/uploads/u1?offset=${PART_BYTES}`);
  });

  it('does not try a refusal again; a file that is attached elsewhere is attached only when it is meant', async () => {
    await open();
    const refusal = { code: 'file-already-attached', where: '张* 的 学位证书' } as const;
    meet['POST /api/uploads'] = () =>
      refusing({ code: refusal.code, explained: explainApplication['file-already-attached'](refusal) });
    await choose(aPdf(900));
    expect((await screen.findByRole('alert')).textContent).toMatch(/此文件已附在 张\* 的 学位证书/);
    expect(sent).toHaveLength(1);
    meet = {};
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '仍要附上' })));
    await waitFor(() => expect(sent.at(-1)?.address).toBe('/api/uploads/u1'));
  });

  it('offers what an earlier page left unfinished, by its share, and what was there before', async () => {
    const file = { fileId: 'f0', fileName: '旧执照.jpg', removedAt: '2026-11-20T00:00:00Z', isReplaced: true };
    const unfinished = { uploadId: 'u9', name: '新执照.pdf', sizeBytes: 1000, receivedBytes: 620, replaces: null };
    await open({
      ...NOTHING,
      unfinished: [{ ...PLACE, ...unfinished, fingerprint: 'known', isMine: true }],
      former: [{ ...PLACE, ...file, attachmentId: 'a0' }],
      infected: [{ ...PLACE, ...file, attachmentId: 'a2', fileName: '有毒.pdf' }],
    });
    expect(screen.getByText('请重新选择同一文件，将从 62% 处继续。')).toBeTruthy();
    expect(screen.getByText('已替换，可恢复（1 个）')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toMatch(/有毒\.pdf发现风险/);
  });

  it('takes files that are dropped on it or pasted, like chosen ones', async () => {
    await open();
    const row = screen.getByLabelText('营业执照，选择文件').closest('[tabindex="-1"]') as HTMLElement;
    const files = [aPdf(900, '拖入.pdf')];
    await act(async () => void fireEvent.drop(row, { dataTransfer: { files, types: ['Files'] } }));
    await waitFor(() => expect(sent.at(-1)?.address).toBe('/api/uploads/u1'));
    const before = sent.length;
    const pasted = { files: [aPdf(901, '粘贴.pdf')], types: ['Files'] };
    await act(async () => void fireEvent.paste(row, { clipboardData: pasted }));
    await waitFor(() => expect(sent.length).toBeGreaterThan(before + 1));
  });

  it('puts one upload under every talent that misses the paper, ticked already', async () => {
    await open();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '批量上传' })));
    const files = [aPdf(900, '社保.pdf')];
    await act(async () => void fireEvent.change(screen.getByLabelText('批量上传，选择文件'), { target: { files } }));
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(2);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '上传，附给 2 人' })));
    await waitFor(() => expect(shared).toEqual([{ attachmentId: 'a1', talentIds: ['talent-2'] }]));
  });

  it('shows whose each of several files is before anything is sent, and leaves what it cannot tell', async () => {
    await open();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '批量上传' })));
    const files = [aPdf(900, '张明远.pdf'), aPdf(901, '扫描.pdf')];
    await act(async () => void fireEvent.change(screen.getByLabelText('批量上传，选择文件'), { target: { files } }));
    expect((screen.getByLabelText('张明远.pdf') as HTMLSelectElement).value).toBe('talent-2');
    expect((screen.getByLabelText('扫描.pdf') as HTMLSelectElement).value).toBe('');
    expect(screen.getByText(/有 1 个文件没有对应到人/)).toBeTruthy();
    expect(sent).toEqual([]);
  });
});
