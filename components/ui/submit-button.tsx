'use client';

import { useRef, type MouseEvent } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** A second press within this many milliseconds is a slip of the finger, even before the form has become pending. */
const DOUBLE_CLICK_MS = 400;

export type SubmitButtonProps = Omit<ButtonProps, 'type' | 'pending'> & {
  /** Words while the form is on its way, e.g. 正在提交. */
  pendingLabel?: string;
  /** For forms sent without an action (fetch, upload). */
  pending?: boolean;
};

/** Sends the form it stands in, once: further clicks are swallowed while the form is pending. */
export function SubmitButton({
  pendingLabel,
  pending: pendingGiven,
  variant = 'primary',
  children,
  onClick,
  ...rest
}: SubmitButtonProps) {
  const status = useFormStatus();
  const pending = pendingGiven ?? status.pending;
  const lastClickAt = useRef(Number.NEGATIVE_INFINITY);

  function once(event: MouseEvent<HTMLButtonElement>) {
    const tooSoon = event.timeStamp - lastClickAt.current < DOUBLE_CLICK_MS;
    if (pending || tooSoon) {
      event.preventDefault();
      return;
    }
    lastClickAt.current = event.timeStamp;
    onClick?.(event);
  }

  return (
    <Button {...rest} type="submit" variant={variant} pending={pending} onClick={once}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
