'use client';

import { useEffect, useRef, useState } from 'react';
import type { PictureCodePurpose } from '@/lib/access/rules/picture-code';
import { Button, IconButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Field } from '../ui/field';
import { fieldIds } from '../ui/field-ids';
import { TextInput } from '../ui/text-input';
import { newCodeId } from './new-code-id';
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

/** A little less than the two minutes of a code: a picture that stands there can still be answered. */
const GOOD_FOR_MS = 110_000;

/** 验证码: the picture, the field, and a button for another picture. */
export function PictureCodeField({ purpose, firstId, stamp, error }: PictureCodeFieldProps) {
  const [code, setCode] = useState({ id: firstId, stamp });
  const [isMissing, setMissing] = useState(false);
  const [isLarge, setLarge] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const typed = () => box.current?.querySelector<HTMLInputElement>('#pictureCode');
  if (code.stamp !== stamp) setCode({ id: newCodeId(), stamp });

  function renew() {
    setMissing(false);
    setCode({ id: newCodeId(), stamp });
    const field = typed();
    if (field) field.value = '';
  }
  useRenewal(code.id, renew);

  const hint = '不分大小写';
  return (
    <Field id="pictureCode" label="验证码" aside={hint} error={error}>
      <input type="hidden" name="pictureCodeId" value={code.id} />
      <div ref={box} className={styles.row}>
        <TextInput
          name="pictureCode"
          maxLength={10}
          autoCapitalize="characters"
          spellCheck={false}
          required
          {...fieldIds({ id: 'pictureCode', error })}
        />
        {/* Drawn for this form and never stored: there is nothing for an image optimiser to do. */}
        {/* eslint-disable-next-line @next/next/no-img-element */}
        <img
          key={code.id}
          className={classNames(styles.picture, isLarge && styles.large)}
          src={`/api/captcha/${code.id}?for=${purpose}`}
          alt={isMissing ? '图片未能显示，请换一张' : '验证码图片，4 个字符'}
          width={132}
          height={44}
          onError={() => setMissing(true)}
        />
        <IconButton
          label={isLarge ? '缩小验证码' : '放大验证码'}
          icon={isLarge ? 'zoom-out' : 'zoom-in'}
          className={styles.renew}
          aria-pressed={isLarge}
          onClick={() => setLarge(!isLarge)}
        />
        <Button
          variant="quiet"
          size="s"
          icon="refresh"
          className={styles.renew}
          onClick={() => {
            renew();
            typed()?.focus();
          }}
        >
          换一张
        </Button>
      </div>
    </Field>
  );
}

/** Brings a new picture when this one's time is over; where nobody looks, as soon as somebody does again. */
function useRenewal(id: string, renew: () => void) {
  const act = useRef(renew);
  useEffect(() => {
    act.current = renew;
  });
  useEffect(() => {
    let isOver = false;
    const whenSeen = () => {
      if (isOver && !document.hidden) act.current();
    };
    const timer = window.setTimeout(() => {
      isOver = true;
      whenSeen();
    }, GOOD_FOR_MS);
    document.addEventListener('visibilitychange', whenSeen);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [id]);
}
