import { beforeAll, describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ProofActs } from '@/components/account/proof-acts';
import { useProof } from '@/components/account/use-proof';
import type { ActionState } from '@/lib/runtime/action-state';
import { standInForDialogs } from '../disbursement/with-router';

beforeAll(standInForDialogs);

const done = (message: string, at: number): ActionState => ({ status: 'done', message, at });
const wrong = (field: string): ActionState => ({
  status: 'refused',
  explained: { title: '尚未通过验证', why: '密码不正确。', next: [], fields: { [field]: '请重新填写。' } },
  keep: {},
  at: 1,
});

/** An act that asks for a proof once, and the words of its answers. */
function drawn(acts: Partial<ProofActs>) {
  const answers: string[] = [];
  const given: unknown[] = [];
  const act = (typed: unknown) => {
    given.push(typed);
    return Promise.resolve(given.length > 1 ? { ok: true } : { ok: false, code: 'prove-again' });
  };
  const all: ProofActs = {
    ask: () => Promise.reject(new Error('not expected')),
    prove: () => Promise.resolve(done('已验证', 2)),
    sendsTo: null,
    ...acts,
  };
  function Page() {
    const { proven, dialog } = useProof(all);
    return (
      <>
        <button onClick={() => void proven(act)('typed').then(({ ok }) => answers.push(ok ? 'done' : 'refused'))}>
          更换
        </button>
        {dialog}
      </>
    );
  }
  render(<Page />);
  fireEvent.click(screen.getByRole('button', { name: '更换' }));
  return { answers, given };
}

const dialog = async () => within(await screen.findByRole('dialog', { name: '再次验证身份' }));
const type = (box: HTMLElement, value: string) => fireEvent.change(box, { target: { value } });

describe('an act that asks for a proof', () => {
  it('is done after the password with what was typed, without being asked for again', async () => {
    const { answers, given } = drawn({});
    const asked = await dialog();
    type(asked.getByLabelText('登录密码'), 'secret');
    fireEvent.click(asked.getByRole('button', { name: '验证并继续' }));
    await waitFor(() => expect(answers).toEqual(['done']));
    expect(given).toEqual(['typed', 'typed']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('wants the code where a telephone is bound, and sends the password along once more', async () => {
    const sent: Record<string, FormDataEntryValue>[] = [];
    const { answers } = drawn({
      sendsTo: '138****0031',
      ask: () => Promise.resolve(done('验证码已发送', 1)),
      prove: (_, form) => {
        sent.push(Object.fromEntries(form));
        return Promise.resolve(done('已验证', 2));
      },
    });
    const asked = await dialog();
    expect(asked.getByText('填写密码后，验证码发至 138****0031。')).toBeTruthy();
    type(asked.getByLabelText('登录密码'), 'secret');
    fireEvent.click(asked.getByRole('button', { name: '获取验证码' }));
    type(await asked.findByLabelText('验证码'), '123456');
    fireEvent.click(asked.getByRole('button', { name: '验证并继续' }));
    await waitFor(() => expect(answers).toEqual(['done']));
    expect(sent).toEqual([{ current: 'secret', code: '123456' }]);
  });

  it('stays refused, and undone, when the dialog is left', async () => {
    const { answers, given } = drawn({});
    fireEvent.click((await dialog()).getByRole('button', { name: '不更改' }));
    await waitFor(() => expect(answers).toEqual(['refused']));
    expect(given).toHaveLength(1);
  });

  it('keeps the dialog with the reason when the password is wrong', async () => {
    const { answers } = drawn({ prove: () => Promise.resolve(wrong('current')) });
    const asked = await dialog();
    type(asked.getByLabelText('登录密码'), 'guess');
    fireEvent.click(asked.getByRole('button', { name: '验证并继续' }));
    expect(await asked.findByText('请重新填写。')).toBeTruthy();
    expect(answers).toEqual([]);
  });
});
