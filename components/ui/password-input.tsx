'use client';

import { useState } from 'react';
import { Icon } from './icon';
import { TextInput, type TextInputProps } from './text-input';
import styles from './password-input.module.css';

/** A password that can be shown while it is typed. */
export function PasswordInput(props: Omit<TextInputProps, 'type' | 'unit' | 'passed'>) {
  const [shown, setShown] = useState(false);
  return (
    <span className={styles.box}>
      <TextInput
        autoComplete="current-password"
        {...props}
        type={shown ? 'text' : 'password'}
        className={styles.input}
      />
      <button
        type="button"
        className={styles.toggle}
        aria-label={shown ? '隐藏密码' : '显示密码'}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        <Icon name={shown ? 'eye-off' : 'eye'} />
      </button>
    </span>
  );
}
