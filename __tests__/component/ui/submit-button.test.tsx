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

describe('SubmitButton', () => {
  it('sends once when pressed twice, shows that it is on its way, and is free again when done', async () => {
    const slow = aSlowAction();
    render(
      <form action={slow.action}>
        <SubmitButton pendingLabel="正在提交">确认提交</SubmitButton>
      </form>,
    );
    const button = screen.getByRole('button');
    await act(async () => {
      fireEvent.click(button);
      fireEvent.click(button);
    });
    expect(slow.calls).toHaveLength(1);
    expect(button.textContent).toBe('正在提交');
    expect(button.getAttribute('aria-busy')).toBe('true');

    await act(async () => {
      fireEvent.click(button);
    });
    expect(slow.calls).toHaveLength(1);

    await act(async () => slow.finish());
    expect(button.textContent).toBe('确认提交');
    expect(button.hasAttribute('aria-busy')).toBe(false);
  });

  it('keeps the focus while pending, so that the keyboard does not lose its place', async () => {
    const slow = aSlowAction();
    render(
      <form action={slow.action}>
        <SubmitButton>保存</SubmitButton>
      </form>,
    );
    const button = screen.getByRole('button');
    button.focus();
    await act(async () => {
      fireEvent.click(button);
    });
    expect(button.hasAttribute('disabled')).toBe(false);
    expect(document.activeElement).toBe(button);
    await act(async () => slow.finish());
  });
});
