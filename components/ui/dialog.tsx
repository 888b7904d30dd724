'use client';

import { useEffect, useId, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { Button, IconButton, type ButtonLook } from './button';
import { classNames } from './class-names';
import styles from './dialog.module.css';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the foot, the main one last. A `DialogClose` closes without more. */
  foot?: ReactNode;
  /** Small words at the left of the foot. */
  footNote?: ReactNode;
  /** s 480, m 640 (default), l 760 px. */
  size?: 's' | 'm' | 'l';
};

/** The system's own modal dialog: keeps the focus inside, closes on Escape, gives the focus back to where it was. */
export function Dialog({ open, onClose, title, children, foot, footNote, size = 'm' }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = box.current;
    if (!open || !dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);

  if (!open) return null;
  return (
    <dialog
      ref={box}
      className={classNames(styles.dialog, styles[size])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A close that was already undone (effects run twice in development) is none.
      onClose={(event) => {
        if (!event.currentTarget.open) onClose();
      }}
      onClick={(event) => closeAsked(event) && onClose()}
    >
      <header className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <IconButton label="关闭" icon="close" data-close="" />
      </header>
      <div className={styles.body}>{children}</div>
      {(foot || footNote) && (
        <footer className={styles.foot}>
          {footNote && <div className={styles.note}>{footNote}</div>}
          <div className={styles.buttons}>{foot}</div>
        </footer>
      )}
    </dialog>
  );
}

/** Whether the click was on something inside that closes: `DialogClose`, or anything marked `data-close`. */
function closeAsked(event: MouseEvent<HTMLDialogElement>): boolean {
  return event.target instanceof Element && event.target.closest('[data-close]') !== null;
}

/** A button inside a dialog that leaves things as they are: 不更换, 返回. */
export function DialogClose({ children, ...look }: ButtonLook & { children: ReactNode }) {
  return (
    <Button variant="plain" {...look} data-close="">
      {children}
    </Button>
  );
}

export type DialogButtonProps = Omit<DialogProps, 'open' | 'onClose'> & {
  /** Words on the button that opens it. */
  label: ReactNode;
  look?: ButtonLook;
  disabled?: boolean;
};

/** A button and the dialog it opens; the content may come from the server. */
export function DialogButton({ label, look, disabled, ...dialog }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...look} disabled={disabled} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog {...dialog} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
