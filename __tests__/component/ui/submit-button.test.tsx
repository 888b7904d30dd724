import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { SubmitButton } from '@/components/ui/submit-button';

function aSlowAction() {
  let finish = () => {};
  const calls: FormData[] = [];
  const action = (form: FormData) => {
    calls.push(form);
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  };
  return { action, calls, finish: () => finish() };
}

function aForm() {
  const slow = aSlowAction();
  render(
    <form action={slow.action}>
      <SubmitButton pendingLabel="正在提交">确认提交</SubmitButton>
    </form>,
  );
  const button = screen.getByRole('button');
  const press = () => act(async () => void fireEvent.click(button));
  return { ...slow, button, press };
}

describe('SubmitButton', () => {
  it('sends once however often it is pressed while the form is on its way', async () => {
    const { calls, finish, press } = aForm();
    await press();
    await press();
    await press();
    expect(calls).toHaveLength(1);
    await act(async () => finish());
  });

  it('shows that the form is on its way and is free again when it is done', async () => {
    const { button, calls, finish, press } = aForm();
    await press();
    expect(button.textContent).toBe('正在提交');
    expect(button.getAttribute('aria-busy')).toBe('true');

    await act(async () => finish());
    expect(button.textContent).toBe('确认提交');
    expect(button.hasAttribute('aria-busy')).toBe(false);
    await press();
    expect(calls).toHaveLength(2);
    await act(async () => finish());
  });

  it('keeps the focus while pending, so that the keyboard does not lose its place', async () => {
    const { button, finish, press } = aForm();
    button.focus();
    await press();
    expect(button.hasAttribute('disabled')).toBe(false);
    expect(document.activeElement).toBe(button);
    await act(async () => finish());
  });
});
