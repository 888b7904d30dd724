import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names';
import styles from './phone-frame.module.css';

export type PhoneFrameProps = {
  title: string;
  /** At the left: a step back. */
  back?: ReactNode;
  /** At the right: close. */
  close?: ReactNode;
  children: ReactNode;
  /** The one large button, within the thumb's reach. */
  foot?: ReactNode;
  /** dark: around the camera. */
  tone?: 'light' | 'dark';
};

/** One thing per screen: title, content, buttons at the bottom. As high as the window, whatever the browser's bars do. */
export function PhoneFrame({ title, back, close, children, foot, tone = 'light' }: PhoneFrameProps) {
  return (
    <div className={classNames(styles.phone, styles[tone])}>
      <header className={styles.head}>
        <span className={styles.corner}>{back}</span>
        <h1>{title}</h1>
        <span className={styles.corner}>{close}</span>
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
      {foot && <div className={styles.foot}>{foot}</div>}
    </div>
  );
}
