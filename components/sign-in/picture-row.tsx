'use client';

import { useState, type RefObject } from 'react';
import type { PictureCodePurpose } from '@/lib/access/rules/picture-code';
import { Button, IconButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { fieldIds } from '../ui/field-ids';
import { TextInput } from '../ui/text-input';
import styles from './picture-code-field.module.css';

export type PictureRowProps = {
  purpose: PictureCodePurpose;
  codeId: string;
  error?: string;
  /** Out of use while the computer does the work; what was typed stays. */
  isOff: boolean;
  box: RefObject<HTMLDivElement | null>;
  onRenew: () => void;
};

/** The field, the picture, and the buttons that enlarge it and bring another. */
export function PictureRow({ purpose, codeId, error, isOff, box, onRenew }: PictureRowProps) {
  const [missing, setMissing] = useState('');
  const [isLarge, setLarge] = useState(false);
  return (
    <div ref={box} className={styles.row} hidden={isOff}>
      <TextInput
        name="pictureCode"
        maxLength={10}
        autoCapitalize="characters"
        spellCheck={false}
        required
        disabled={isOff}
        {...(isOff ? {} : fieldIds({ id: 'pictureCode', error }))}
      />
      {/* Drawn for this form and never stored: there is nothing for an image optimiser to do. */}
      {!isOff && (
        // eslint-disable-next-line @next/next/no-img-element
        <img
          key={codeId}
          className={classNames(styles.picture, isLarge && styles.large)}
          src={`/api/captcha/${codeId}?for=${purpose}`}
          alt={missing === codeId ? '图片未能显示，请换一张' : '验证码图片，4 个字符'}
          width={132}
          height={44}
          onError={() => setMissing(codeId)}
        />
      )}
      <IconButton
        label={isLarge ? '缩小验证码' : '放大验证码'}
        icon={isLarge ? 'zoom-out' : 'zoom-in'}
        className={styles.zoom}
        aria-pressed={isLarge}
        onClick={() => setLarge(!isLarge)}
      />
      <Button variant="quiet" size="s" icon="refresh" className={styles.another} onClick={onRenew}>
        换一张
      </Button>
    </div>
  );
}
