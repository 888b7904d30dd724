'use client';

import { useState, type ChangeEvent, type InputHTMLAttributes, type KeyboardEvent, type ReactNode } from 'react';
import { buttonClass, type ButtonLook } from './button';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './file-button.module.css';

export type FileButtonProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'size' | 'value'> & {
  id: string;
  /** 选择文件, 替换. */
  label: ReactNode;
  look?: ButtonLook;
  /** Shows the name of what was chosen beside the button (default); off where the page lists uploads itself. */
  showName?: boolean;
};

/** The system's file chooser behind a button of ours; reachable by keyboard, sends with its form. */
export function FileButton({
  id,
  label,
  look,
  showName = true,
  className,
  onChange,
  onKeyDown,
  ...rest
}: FileButtonProps) {
  const [names, setNames] = useState<readonly string[]>([]);

  function chosen(event: ChangeEvent<HTMLInputElement>) {
    setNames(Array.from(event.target.files ?? [], (file) => file.name));
    onChange?.(event);
  }

  /** It looks like a button, so Enter chooses, as on one, and does not send the form around it. */
  function opened(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event);
    if (event.key !== 'Enter' || event.defaultPrevented) return;
    event.preventDefault();
    event.currentTarget.click();
  }

  return (
    <span className={classNames(styles.file, className)}>
      <input {...rest} id={id} type="file" className={styles.input} onChange={chosen} onKeyDown={opened} />
      <label htmlFor={id} className={buttonClass({ size: 's', ...look })}>
        <Icon name={look?.icon ?? 'upload'} />
        {label}
      </label>
      {showName && names.length > 0 && <span className={styles.name}>{names.join('、')}</span>}
    </span>
  );
}
