import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import type { ActionState } from '@/lib/runtime/action-state';
import { answerFor, WorkWorld } from './work-world';

const FIRST = '0192d3a4-0000-7000-8000-000000000000';
const SWITCH = '看不清或看不见？改由本机验证';
const BACK = '改用图片验证码';

let world: WorkWorld;
let sent: Record<string, string>[];
beforeEach(() => {
  world = new WorkWorld();
  world.install();
  sent = [];
});
afterEach(() => {
  jest.useRealTimers();
  world.remove();
});

/** Refuses every sign-in for its password and hands back what was typed, as the action of the page does. */
async function refuse(_before: ActionState, form: FormData): Promise<ActionState> {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  sent.push(typed);
  const explained = { title: '尚未登录', why: '用户名或密码不正确。', next: [{ label: '请核对后重新输入' }] };
  return { status: 'refused', explained, keep: typed, at: sent.length };
}

const open = () => render(<SignInForm action={refuse} side="staff" codeId={FIRST} />);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const words = () => screen.getAllByRole('status').find(({ tagName }) => tagName === 'OUTPUT')?.textContent;
const typing = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^验证码/ });
const press = (name: string) => act(async () => void fireEvent.click(button(name)));
const finish = () => act(async () => world.threads.at(-1)?.run());
/** As a person at the keyboard: the focus first, then the key. */
const submit = () =>
  act(async () => {
    button('登录').focus();
    fireEvent.click(button('登录'));
  });

describe('验证码 for who cannot see the picture', () => {
  it('is worked out by the computer at the press of a button that the keyboard reaches, and says so in words', async () => {
    open();
    expect(words()).toBe('');
    expect(button(SWITCH).tabIndex).toBe(0);
    button(SWITCH).focus();
    await press(SWITCH);
    expect(words()).toBe('正在验证，约需几秒');
    expect(screen.queryByRole('img')).toBeNull();
    expect(document.activeElement).toBe(button(BACK));
    expect(world.asked).toEqual([expect.stringMatching(/^\/api\/captcha\/[\w-]{36}\/puzzle\?for=staff-sign-in$/)]);
    await finish();
    expect(words()).toBe('验证完成');
    expect(world.threads.map(({ isEnded }) => isEnded)).toEqual([true]);
    await submit();
    const [code = ''] = world.codes();
    expect(sent).toEqual([expect.objectContaining({ pictureCodeId: code, pictureCode: answerFor(code) })]);
  });

  it('carries the label and the error of the field, so that an error leads to it', async () => {
    open();
    await press(SWITCH);
    expect(screen.getByLabelText(/^验证码/).tagName).toBe('OUTPUT');
    screen.getByLabelText(/^验证码/).focus();
    expect(document.activeElement?.id).toBe('pictureCode');
  });

  it('goes back to the same picture, with what was typed, and gives the work up', async () => {
    open();
    fireEvent.change(screen.getByLabelText('用户名'), { target: { value: 'first1' } });
    fireEvent.change(typing(), { target: { value: '7K' } });
    const picture = screen.getByRole<HTMLImageElement>('img', { name: /验证码图片/ }).src;
    button(SWITCH).focus();
    await press(SWITCH);
    await press(BACK);
    expect(world.threads.map(({ isEnded }) => isEnded)).toEqual([true]);
    expect(words()).toBe('');
    expect(typing().value).toBe('7K');
    expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe('first1');
    expect(screen.getByRole<HTMLImageElement>('img', { name: /验证码图片/ }).src).toBe(picture);
    expect(document.activeElement).toBe(button(SWITCH));
    await submit();
    expect(sent).toEqual([expect.objectContaining({ pictureCodeId: FIRST, pictureCode: '7K' })]);
  });

  it('stays so after a wrong password: the next code is worked out untouched', async () => {
    open();
    fireEvent.change(screen.getByLabelText('用户名'), { target: { value: 'first1' } });
    await press(SWITCH);
    await finish();
    await submit();
    expect(words()).toBe('正在验证，约需几秒');
    expect(screen.queryByRole('img')).toBeNull();
    await finish();
    expect(words()).toBe('验证完成');
    expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe('first1');
    await submit();
    const [first = '', second = ''] = world.codes();
    expect(second).not.toBe(first);
    expect(sent.map(({ pictureCodeId, pictureCode }) => [pictureCodeId, pictureCode])).toEqual([
      [first, answerFor(first)],
      [second, answerFor(second)],
    ]);
  });

  it('holds a form that is sent too early, says so, and sends it once', async () => {
    open();
    await press(SWITCH);
    await submit();
    await submit();
    expect(words()).toBe('正在验证，完成后自动提交');
    expect(sent).toEqual([]);
    await finish();
    const [code = ''] = world.codes();
    expect(sent).toEqual([expect.objectContaining({ pictureCode: answerFor(code) })]);
    expect(words()).toBe('正在验证，约需几秒');
  });

  it('has the next answer before the time of the present one is over', async () => {
    jest.useFakeTimers();
    open();
    await press(SWITCH);
    await finish();
    await act(async () => jest.advanceTimersByTime(85_000));
    const [first = '', second = ''] = world.codes();
    const id = () => document.querySelector<HTMLInputElement>('input[name="pictureCodeId"]')?.value;
    expect([words(), id()]).toEqual(['验证完成', first]);
    await finish();
    expect([words(), id()]).toEqual(['验证完成', second]);
  });

  it.each([
    ['the network had too many', 429, '验证过于频繁，请几分钟后重试。'],
    ['the server gives none', 410, '本机未能完成验证，请重试，或改用图片验证码。'],
    ['the server is out of reach', null, '没有连上服务器，请重试，或改用图片验证码。'],
  ])('says when it cannot be done because %s, and tries again', async (_why, trouble, says) => {
    world.trouble = trouble;
    open();
    await press(SWITCH);
    expect(words()).toBe(says);
    world.trouble = undefined;
    await press('重试');
    expect(words()).toBe('正在验证，约需几秒');
    expect(document.activeElement?.id).toBe('pictureCode');
    await finish();
    expect(words()).toBe('验证完成');
  });

  it('says when the thread breaks; a form sent then tries again and waits', async () => {
    open();
    await press(SWITCH);
    await act(async () => world.threads.at(-1)?.crash());
    expect(words()).toBe('本机未能完成验证，请重试，或改用图片验证码。');
    await submit();
    expect(words()).toBe('正在验证，完成后自动提交');
    await finish();
    expect(sent).toHaveLength(1);
  });

  it('is not offered where the browser has no threads: the picture stays', () => {
    world.remove();
    open();
    expect(screen.queryByRole('button', { name: SWITCH })).toBeNull();
    expect(screen.getByRole('img', { name: /验证码图片/ })).toBeTruthy();
    expect(typing().disabled).toBe(false);
  });
});
