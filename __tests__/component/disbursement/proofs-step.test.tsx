import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { ProofsStep } from '@/components/disbursement/proofs-step';
import { IDLE } from '@/lib/runtime/action-state';
import { aDetail, aLine } from './a-detail';
import { countingRouter, standInForDialogs } from './with-router';

beforeAll(standInForDialogs);

/** The browser's own request, answered as the server would. */
function answerUploads(answer: object | (() => object)): { asked: { url: string; name: string }[] } {
  const asked: { url: string; name: string }[] = [];
  class Answered {
    upload = {};
    responseText = '';
    onload = () => undefined;
    private url = '';
    open(_method: string, url: string) {
      this.url = url;
    }
    setRequestHeader() {}
    send(file: File) {
      asked.push({ url: this.url, name: file.name });
      this.responseText = JSON.stringify(typeof answer === 'function' ? (answer as () => object)() : answer);
      queueMicrotask(() => this.onload());
    }
  }
  globalThis.XMLHttpRequest = Answered as unknown as typeof XMLHttpRequest;
  return { asked };
}
const original = globalThis.XMLHttpRequest;
afterEach(() => {
  globalThis.XMLHttpRequest = original;
});

const two = [aLine(), aLine({ id: 'line-2', name: '李婧' })];

const stepOf = (detail: ReturnType<typeof aDetail>) => (
  <ProofsStep detail={detail} href="/disbursements/x/proofs" declareLeft={() => Promise.resolve(IDLE)} />
);

function show(detail = aDetail({ status: 'AWAITING_PROOF', lines: two })) {
  const { Wrapper, refreshes } = countingRouter();
  const page = render(stepOf(detail), { wrapper: Wrapper });
  return { refreshes, page };
}

const send = () => fireEvent.click(screen.getByRole('button', { name: '上传在职证明' }));
const fill = (container: HTMLElement, names = ['在职证明.pdf']) => {
  fireEvent.change(screen.getByLabelText(/出具日期/), { target: { value: '2026-11-20' } });
  const input = container.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no file input');
  fireEvent.change(input, { target: { files: names.map((name) => new File(['x'], name)) } });
};

describe('上传在职证明', () => {
  it('says at each field what is missing, before anything is sent', () => {
    const { asked } = answerUploads({ ok: true, value: { complete: false } });
    show();
    fireEvent.click(screen.getByRole('checkbox', { name: /陈思远/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /李婧/ }));
    send();
    for (const words of ['请选择证明上的人员。', '请填写证明上的出具日期。', '请选择在职证明文件。']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(asked).toEqual([]);
  });

  it('sends one paper for all who are ticked, once, and shows the page anew', async () => {
    const { asked } = answerUploads({ ok: true, value: { complete: true } });
    const { refreshes, page } = show();
    fill(page.container);
    const button = screen.getByRole('button', { name: '上传在职证明' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(refreshes()).toBe(1));
    expect(asked).toEqual([
      { url: '/disbursements/x/proofs?issuedOn=2026-11-20&lines=line-1%2Cline-2', name: '在职证明.pdf' },
    ]);
  });

  it('sends several files at once, each for whom its name says, and once whom it does not say is chosen', async () => {
    const { asked } = answerUploads({ ok: true, value: { complete: true } });
    const { refreshes, page } = show();
    fill(page.container, ['证明 李婧.pdf', '扫描件.jpg']);
    send();
    expect(screen.getByText('请为每个文件选择人员。')).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: '扫描件.jpg' }), { target: { value: 'line-2' } });
    send();
    expect(screen.getByText('同一人选了两个文件，每人一份即可。')).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: '扫描件.jpg' }), { target: { value: 'line-1' } });
    send();
    await waitFor(() => expect(refreshes()).toBe(1));
    expect(asked).toEqual([
      { url: '/disbursements/x/proofs?issuedOn=2026-11-20&lines=line-2', name: '证明 李婧.pdf' },
      { url: '/disbursements/x/proofs?issuedOn=2026-11-20&lines=line-1', name: '扫描件.jpg' },
    ]);
  });

  it('of several keeps those that are not in when one is refused, and says which', async () => {
    const explained = { title: '文件打不开', why: '文件已损坏。', next: [] };
    const answers = [
      { ok: true, value: { complete: false } },
      { ok: false, explained },
      { ok: true, value: {} },
    ];
    const { asked } = answerUploads(() => answers.shift() ?? {});
    const { page, refreshes } = show();
    fill(page.container, ['陈思远.pdf', '李婧.pdf']);
    send();
    expect((await screen.findByRole('alert')).textContent).toContain('前 1 份已上传。“李婧.pdf”：文件已损坏。');
    expect(asked.map(({ name }) => name)).toEqual(['陈思远.pdf', '李婧.pdf']);
    expect(refreshes()).toBe(1);
    page.rerender(
      stepOf(
        aDetail({ status: 'AWAITING_PROOF', lines: [aLine({ need: 'none' }), two[1]].flatMap((line) => line ?? []) }),
      ),
    );
    expect(screen.getByRole('alert').textContent).toContain('文件已损坏');
    expect(screen.getByLabelText<HTMLInputElement>(/出具日期/).value).toBe('2026-11-20');
    send();
    await waitFor(() => expect(asked).toHaveLength(3));
    expect(asked[2]).toEqual({ url: '/disbursements/x/proofs?issuedOn=2026-11-20&lines=line-2', name: '李婧.pdf' });
  });

  it('shows why a paper was not taken, and keeps what was filled in', async () => {
    const explained = {
      title: '在职证明已过期',
      why: '出具已超过 30 天。',
      next: [],
      fields: { issuedOn: '请填写 30 天以内的出具日期。' },
    };
    answerUploads({ ok: false, code: 'proof-too-old', explained });
    const { page } = show();
    fill(page.container);
    send();
    expect((await screen.findByRole('alert')).textContent).toContain('在职证明已过期');
    expect(screen.getByText('请填写 30 天以内的出具日期。')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/出具日期/).value).toBe('2026-11-20');
  });

  it('asks for nothing of a single talent but the paper itself', () => {
    show(aDetail({ status: 'AWAITING_PROOF' }));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('offers neither upload nor 已离职 while the matter is held', () => {
    show(aDetail({ status: 'AWAITING_PROOF', lines: two, hold: '异议办理中' }));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says of each talent what is wanted, and that a declaration waits', () => {
    const lines = [
      aLine({ need: 'too-old' }),
      aLine({ id: 'line-2', name: '李婧', state: 'LEFT_DECLARED', leftReason: '已办离职', need: 'waits-for-decision' }),
    ];
    show(aDetail({ status: 'AWAITING_PROOF', lines }));
    expect(screen.getByText('已过期，须更新')).toBeTruthy();
    expect(screen.getByText('已申报离职，待审定')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: '已离职' })).toHaveLength(1);
  });
});
