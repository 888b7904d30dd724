'use client';

import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonLook } from './button';
import { DefinitionList } from './definition-list';
import { Dialog, DialogClose } from './dialog';
import { Icon } from './icon';
import { Notice } from './notice';
import { SubmitButton } from './submit-button';
import { submitOnEnter } from './submit-on-enter';
import styles from './confirm-dialog.module.css';

export type ConfirmDialogProps = {
  /** Words on the button that opens it; usually the same verb as `confirmLabel`. */
  label: ReactNode;
  look?: ButtonLook;
  disabled?: boolean;
  /** 确认提交补贴申请？ */
  title: string;
  /** What it is about: name and number. */
  thing: ReactNode;
  /** Drawn by the caller, e.g. `<Money fen={…} />`. */
  amount?: ReactNode;
  /** What follows from it, one sentence or several. */
  consequence: ReactNode;
  /** Until when and how it can be undone; without it the dialog says that it cannot. */
  undoUntil?: ReactNode;
  /** A verb, never 确定. */
  confirmLabel: string;
  cancelLabel?: string;
  /** Receives the form with the hidden `fields` and whatever `children` hold; also what `useActionState` hands out. */
  action: (form: FormData) => void | Promise<void>;
  fields?: Readonly<Record<string, string>>;
  /** Further fields, e.g. a reason or a password. */
  children?: ReactNode;
  danger?: boolean;
  /** The button that opens it, for a key of the page that presses it. */
  opener?: RefObject<HTMLButtonElement | null>;
  /** Puts the focus on the confirming button, so that Enter confirms: where a key of the page opened it. */
  focusConfirm?: boolean;
  /** Why the last attempt was refused. While there is one, the dialog stays open and shows it. */
  error?: ReactNode;
};

/** Asked before what binds: names the thing, the amount, the consequence and until when it can be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { label, look, disabled, title, action, error, opener, focusConfirm } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...look} ref={opener} disabled={disabled} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} size="s">
        <form action={action} onKeyDown={submitOnEnter}>
          {focusConfirm && <FocusConfirm />}
          <CloseWhenDone done={() => !error && setOpen(false)} />
          <Asked {...props} />
        </form>
      </Dialog>
    </>
  );
}

function Asked(props: ConfirmDialogProps) {
  const { confirmLabel, cancelLabel = '返回', fields = {}, danger, error, children } = props;
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {error && (
        <div className={styles.error}>
          <Notice tone="red" role="alert" title={error} />
        </div>
      )}
      <Facts {...props} />
      {children && <div className={styles.more}>{children}</div>}
      <div className={styles.buttons}>
        <DialogClose>{cancelLabel}</DialogClose>
        <SubmitButton variant={danger ? 'danger' : 'primary'}>{confirmLabel}</SubmitButton>
      </div>
    </>
  );
}

/** A dialog puts the focus on its first button when it opens, which is after this. */
function FocusConfirm() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => mark.current?.closest('form')?.querySelector<HTMLElement>('[type=submit]')?.focus());
    return () => clearTimeout(timer);
  }, []);
  return <span ref={mark} hidden />;
}

/** Calls `done` when the form it stands in has been pending and is no longer. */
function CloseWhenDone({ done }: { done: () => void }) {
  const { pending } = useFormStatus();
  const wasPending = useRef(false);

  useEffect(() => {
    if (wasPending.current && !pending) done();
    wasPending.current = pending;
  });

  return null;
}

function Facts({ thing, amount, consequence, undoUntil }: ConfirmDialogProps) {
  const items = [{ label: '事项', value: thing }, ...(amount ? [{ label: '金额', value: <b>{amount}</b> }] : [])];
  return (
    <>
      <DefinitionList items={items} />
      <div className={styles.consequence}>{consequence}</div>
      <p className={styles.undo}>
        <Icon name={undoUntil ? 'undo' : 'warn'} size="s" />
        <span>{undoUntil ?? '此操作不能撤销。'}</span>
      </p>
    </>
  );
}
