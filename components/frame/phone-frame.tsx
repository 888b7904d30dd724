import type { ReactNode, Ref } from 'react';
import { classNames } from '../ui/class-names';
import styles from './phone-frame.module.css';

export type PhoneFrameProps = {
  title: string;
  /** For a screen that comes by itself: the title can then be given the focus. */
  titleRef?: Ref<HTMLHeadingElement>;
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
export function PhoneFrame({ title, titleRef, back, close, children, foot, tone = 'light' }: PhoneFrameProps) {
  return (
    <div className={classNames(styles.phone, styles[tone])}>
      <header className={styles.head}>
        <span className={styles.corner}>{back}</span>
        <h1 ref={titleRef} tabIndex={titleRef ? -1 : undefined}>
          {title}
        </h1>
        <span className={styles.corner}>{close}</span>
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
      {foot && <div className={styles.foot}>{foot}</div>}
    </div>
  );
}
