'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { SealedAnswer } from '@/lib/forms/rules/sealed-answers';
import { FieldControl, type FieldControlProps } from './field-control';
import styles from './fields.module.css';

export type SealedControlProps = FieldControlProps & {
  /** What the server holds, masked; null when nothing was saved yet. */
  readonly sealed: SealedAnswer | null;
  /** Whether `value` is what was typed in this window rather than the mask. */
  readonly isTyped: boolean;
};

/**
 * A field whose saved value comes back masked only: shown as text until somebody types it anew. An input that is left
 * empty keeps what is saved.
 */
export function SealedControl({ sealed, isTyped, ...props }: SealedControlProps) {
  const [isOpen, setOpen] = useState(false);
  if (!sealed || isTyped || isOpen) {
    return (
      <FieldControl
        {...props}
        value={isTyped ? props.value : ''}
        onChange={(value) => (value.trim() === '' && sealed ? undefined : props.onChange(value))}
        onLeave={() => {
          setOpen(false);
          props.onLeave();
        }}
      />
    );
  }
  return <Masked {...props} masked={sealed.masked} open={() => setOpen(true)} />;
}

type MaskedProps = Pick<FieldControlProps, 'field' | 'id' | 'error'> & { masked: string; open: () => void };

function Masked({ field, id, error, masked, open }: MaskedProps) {
  return (
    <div className={styles.masked}>
      <p className={styles.name}>{field.label}</p>
      <p className={styles.line}>
        <span className={styles.mask}>{masked}</span>
        {!error && <Icon name="check-circle" size="s" label="校验通过" className={styles.good} />}
        <Button id={id} size="s" variant="quiet" aria-label={`重新填写${field.label}`} onClick={open}>
          重新填写
        </Button>
      </p>
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}
