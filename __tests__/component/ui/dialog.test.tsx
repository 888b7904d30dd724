import { beforeAll, describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useActionState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DialogButton, DialogClose } from '@/components/ui/dialog';

// jsdom knows the element but not its modal behaviour; the least of it stands in here.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
    this.querySelector<HTMLElement>('button')?.focus();
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

const aDialog = (
  <DialogButton label="调整联系人" title="调整联系人" foot={<DialogClose>不更换</DialogClose>}>
    <p>第 2 版收据将作废</p>
  </DialogButton>
);

describe('Dialog', () => {
  it('is named by its title and moves the focus inside', () => {
    render(aDialog);
    fireEvent.click(screen.getByRole('button', { name: '调整联系人' }));
    const dialog = screen.getByRole('dialog', { name: '调整联系人' });
    expect(dialog.contains(document.activeElement)).toBe(true);
  });

  it.each(['关闭', '不更换'])('closes with %s and gives the focus back to the button that opened it', (name) => {
    render(aDialog);
    const opener = screen.getByRole('button', { name: '调整联系人' });
    opener.focus();
    fireEvent.click(opener);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('closes on Escape', () => {
    render(aDialog);
    fireEvent.click(screen.getByRole('button', { name: '调整联系人' }));
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

const openConfirm = (action: (form: FormData) => Promise<void>, undoUntil?: string) => {
  render(
    <ConfirmDialog
      label="确认提交"
      title="确认提交补贴申请？"
      thing="招聘补贴，6 人"
      amount="¥220,000.00"
      consequence="审核期间不能修改。"
      undoUntil={undoUntil}
      confirmLabel="提交"
      fields={{ id: '7' }}
      action={action}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: '确认提交' }));
  return screen.getByRole('dialog');
};

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('ConfirmDialog', () => {
  it('names the thing, the amount, the consequence and until when it can be undone', () => {
    const words = openConfirm(async () => {}, '受理前可撤回。').textContent;
    for (const part of ['招聘补贴，6 人', '¥220,000.00', '审核期间不能修改。', '受理前可撤回。']) {
      expect(words).toContain(part);
    }
  });

  it('says so when it cannot be undone', () => {
    expect(openConfirm(async () => {}).textContent).toContain('此操作不能撤销');
  });

  it('hands its hidden fields to the action and closes when the action is through', async () => {
    const sent: (FormDataEntryValue | null)[] = [];
    openConfirm(async (form) => void sent.push(form.get('id')));
    await press('提交');
    expect(sent).toEqual(['7']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays open and says why when the action refuses, and closes when the next attempt is through', async () => {
    render(<Refusing />);
    fireEvent.click(screen.getByRole('button', { name: '打印收据' }));
    await press('开具');
    expect(screen.getByRole('alert').textContent).toContain('第 1 次被拒');
    await press('开具');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

function Refusing() {
  const [attempts, submit] = useActionState(async (before: number) => before + 1, 0);
  return (
    <ConfirmDialog
      label="打印收据"
      title="开具收据？"
      thing="拨付"
      consequence="开具后账户不能直接修改。"
      confirmLabel="开具"
      action={submit}
      error={attempts === 1 ? '第 1 次被拒' : undefined}
    />
  );
}
