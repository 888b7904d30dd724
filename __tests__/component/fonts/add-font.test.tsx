import { afterEach, describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { AddFont } from '@/components/fonts/add-font';
import { PrintForm } from '@/components/receipt/print-form';
import { VoidedNotice } from '@/components/receipt/voided-notice';
import { explainFont } from '@/lib/disbursement/rules/paper-font';
import { IDLE } from '@/lib/runtime/action-state';
import { countingRouter } from '../disbursement/with-router';

const fetchBefore = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetchBefore;
});

async function send(answer: unknown) {
  globalThis.fetch = async () => ({ json: async () => answer }) as Response;
  const { Wrapper, refreshes } = countingRouter();
  const { container } = render(<AddFont />, { wrapper: Wrapper });
  const file = new File(['font'], 'rare.ttf');
  fireEvent.change(screen.getByLabelText(/字体文件/), { target: { files: [file] } });
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  return refreshes;
}

describe('添加字体', () => {
  it('says which characters the font brought and which are still missing', async () => {
    await send({ ok: true, value: { name: 'Rare', has: ['𡈼'], stillMissing: ['𠮷'] } });
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('补上了：𡈼。仍缺：𠮷'));
  });

  it('says why a file is not taken, with the characters and their code points', async () => {
    await send({
      ok: false,
      explained: explainFont['font-brings-nothing']({ code: 'font-brings-nothing', missing: ['𡈼'] }),
    });
    await waitFor(() => expect(screen.getByText(/𡈼（U\+2123C）/)).toBeTruthy());
  });
});

describe('what the clerk reads', () => {
  it('while the font is awaited: which character, who is told how, and that nothing is to be changed', () => {
    render(<PrintForm disbursementId="1" again={false} missing={['𡈼']} print={async () => IDLE} />);
    expect(screen.getByText('正在补充字库：“𡈼”')).toBeTruthy();
    expect(screen.getByText(/通知联系人.*无需改动姓名/)).toBeTruthy();
  });

  it('with the paper of a voided version: which, since when, why, and what to print', () => {
    const voided = { version: 1, reason: '有人才停止拨付', at: '2026-11-23T02:00:00Z', replacedBy: 2 };
    render(<VoidedNotice number="SJ20260001876" voided={voided} />);
    expect(screen.getByRole('alert').textContent).toMatch(/SJ20260001876 的第 1 版.*有人才停止拨付.*请打印第 2 版/);
  });
});
