'use client';

import { useRef, useState } from 'react';
import type { PictureCodePurpose } from '@/lib/access/rules/picture-code';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { newCodeId } from './new-code-id';
import { PictureRow } from './picture-row';
import { useCanWork, useOwnWork } from './use-own-work';
import { GOOD_FOR_MS, useRenewal } from './use-renewal';
import { WorkStatus } from './work-status';
import styles from './picture-code-field.module.css';

export type PictureCodeFieldProps = {
  /** The form that the code is good for. */
  purpose: PictureCodePurpose;
  /** The first picture; the server makes its id, so that a browser without scripts has one too. */
  firstId: string;
  /** Changes with every answer of the server: the picture was used up then. */
  stamp: number;
  error?: string;
};

/** 验证码: a picture to read, or a puzzle that the computer solves for who cannot see one. */
export function PictureCodeField({ purpose, firstId, stamp, error }: PictureCodeFieldProps) {
  const [code, setCode] = useState({ id: firstId, stamp });
  const box = useRef<HTMLDivElement>(null);
  const typed = () => box.current?.querySelector('input');
  const { work, begin, stop } = useOwnWork(box, { purpose, stamp });
  const isWorked = work.aim !== null;
  const canWork = useCanWork();
  if (code.stamp !== stamp) setCode({ id: newCodeId(), stamp });

  function renew() {
    setCode({ id: newCodeId(), stamp });
    const field = typed();
    if (field) field.value = '';
  }
  useRenewal(code.id, GOOD_FOR_MS, renew);

  return (
    <Field id="pictureCode" label="验证码" aside={isWorked ? '本机验证' : '不分大小写'} error={error}>
      <input type="hidden" name="pictureCodeId" value={work.solved?.id ?? work.aim ?? code.id} />
      <PictureRow
        purpose={purpose}
        codeId={code.id}
        error={error}
        isOff={isWorked}
        box={box}
        onRenew={() => {
          renew();
          typed()?.focus();
        }}
      />
      <WorkStatus work={work} error={error} onRetry={begin} />
      {canWork && (
        // One button there and back, so that the focus stays where it is.
        <Button
          variant="quiet"
          size="s"
          icon={isWorked ? 'image' : 'eye-off'}
          className={styles.switch}
          onClick={isWorked ? stop : begin}
        >
          {isWorked ? '改用图片验证码' : '看不清或看不见？改由本机验证'}
        </Button>
      )}
    </Field>
  );
}
