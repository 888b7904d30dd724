'use client';

import type { MouseEvent } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

export type SubmitButtonProps = Omit<ButtonProps, 'type' | 'pending'> & {
  /** Words while the form is on its way, e.g. 正在提交. */
  pendingLabel?: string;
  /** For forms sent without an action (fetch, upload). */
  pending?: boolean;
};

/**
 * Sends the form it stands in, once. A form becomes pending before the next event of the browser is handled, so the
 * second half of a double click already finds the button closed; it is not disabled, because that would lose the focus.
 */
export function SubmitButton({ pendingLabel, variant = 'primary', children, onClick, ...rest }: SubmitButtonProps) {
  const status = useFormStatus();
  const pending = rest.pending ?? status.pending;

  function once(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <Button {...rest} type="submit" variant={variant} pending={pending} onClick={once}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
