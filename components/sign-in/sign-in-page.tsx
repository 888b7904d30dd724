import type { ReactNode } from 'react';
import styles from './sign-in-page.module.css';

/** The box with the form at the left, what helps at the right; on a phone below one another. */
export function SignInPage({ box, aside }: { box: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles.columns}>
      {box}
      <div className={styles.aside}>{aside}</div>
    </div>
  );
}

export type SignInBoxProps = {
  /** Words for the ear: 登录. */
  heading: string;
  tabs?: ReactNode;
  title?: string;
  children: ReactNode;
  /** Links below a line at the foot of the box. */
  below?: ReactNode;
};

export function SignInBox({ heading, tabs, title, children, below }: SignInBoxProps) {
  return (
    <section className={styles.box}>
      {title ? <h1 className={styles.title}>{title}</h1> : <h1 className={styles.spoken}>{heading}</h1>}
      {tabs}
      <div className={styles.form}>{children}</div>
      {below && <div className={styles.below}>{below}</div>}
    </section>
  );
}
