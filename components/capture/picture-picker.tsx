'use client';

import { useId, type ChangeEvent } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import { classNames } from '@/components/ui/class-names';
import { asReadable } from './camera';
import styles from './picker.module.css';

type Props = {
  label: string;
  icon: IconName;
  onPicture: (picture: Blob) => void;
  /** Ask for the phone's own camera instead of the album; some browsers offer both all the same. */
  capture?: boolean;
  primary?: boolean;
  look?: 'button' | 'camera';
};

/** A file input: the base under everything, since it works where no live camera does. One picture at a time. */
export function PicturePicker({ label, icon, onPicture, capture, primary, look = 'button' }: Props) {
  const id = useId();
  function picked(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) void asReadable(file).then(onPicture);
  }
  return (
    <span className={classNames(styles.picker, look === 'camera' && styles.onCamera, primary && styles.primary)}>
      <input
        id={id}
        type="file"
        // Named kinds too: phones that keep pictures in a form of their own then hand them out as one of these.
        accept={capture ? 'image/jpeg,image/png,image/*' : 'image/jpeg,image/png,image/*,application/pdf'}
        {...(capture ? { capture: 'environment' as const } : {})}
        onChange={picked}
      />
      <label htmlFor={id}>
        <Icon name={icon} /> <span>{label}</span>
      </label>
    </span>
  );
}
