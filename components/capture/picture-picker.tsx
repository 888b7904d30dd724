'use client';

import { useId, useRef, type ChangeEvent } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import { classNames } from '@/components/ui/class-names';
import { asReadable } from './camera';
import { useChooserOf, type OnChooser } from './use-chooser';
import styles from './picker.module.css';

type Props = {
  label: string;
  icon: IconName;
  onPicture: (picture: Blob) => void;
  /** Ask for the phone's own camera instead of the album; some browsers offer both all the same. */
  capture?: boolean;
  primary?: boolean;
  look?: 'button' | 'camera';
  onChooser?: OnChooser;
};

/** A file input: the base under everything, since it works where no live camera does. One picture at a time. */
export function PicturePicker({ label, icon, onPicture, capture, primary, look = 'button', onChooser }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const chooser = useChooserOf(input, onChooser);
  function picked(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) void chooser.whileReading(asReadable(file).then(onPicture));
  }
  return (
    <span className={classNames(styles.picker, look === 'camera' && styles.onCamera, primary && styles.primary)}>
      <input
        ref={input}
        id={id}
        type="file"
        // Named kinds too: phones that keep pictures in a form of their own then hand them out as one of these.
        accept={capture ? 'image/jpeg,image/png,image/*' : 'image/jpeg,image/png,image/*,application/pdf'}
        {...(capture ? { capture: 'environment' as const } : {})}
        onClick={chooser.open}
        onChange={picked}
      />
      <label htmlFor={id}>
        <Icon name={icon} /> <span>{label}</span>
      </label>
    </span>
  );
}
