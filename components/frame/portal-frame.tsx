import type { ReactNode } from 'react';
import { Announcer } from '../ui/announcer';
import { classNames } from '../ui/class-names';
import type { FooterColumn, FrameUser, Park, PortalPlace, SignOut, Support } from './frame-props';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import { SkipLink } from './skip-link';
import styles from './portal-frame.module.css';

export type PortalFrameProps = {
  park: Park;
  current?: PortalPlace;
  /** `null` or missing: 登录 is offered. */
  user?: FrameUser | null;
  signOut?: SignOut;
  support: Support;
  footerLinks?: readonly FooterColumn[];
  footerNote?: string;
  footerMarks?: readonly string[];
  /** A line above the content, for 系统维护. */
  notice?: ReactNode;
  /** What was searched for, on the page of results. */
  query?: string;
  atLogin?: boolean;
  /** full: the page brings its own width. */
  width?: 'work' | 'full';
  children: ReactNode;
};

/** The frame of all public pages. */
export function PortalFrame({
  park,
  support,
  footerLinks,
  footerNote,
  footerMarks,
  notice,
  children,
  ...rest
}: PortalFrameProps) {
  const { current, user, signOut, query, atLogin, width = 'work' } = rest;
  return (
    <div className={styles.page}>
      <SkipLink />
      <SiteHeader {...{ park, current, user, signOut, query, atLogin }} searchOnPhone />
      {notice && (
        <div role="region" aria-label="重要提示" className={classNames(styles.wrap, styles.notice)}>
          {notice}
        </div>
      )}
      <main id="main" tabIndex={-1} className={classNames(styles.main, width === 'work' && styles.wrap)}>
        {children}
      </main>
      <SiteFooter park={park} support={support} links={footerLinks} note={footerNote} marks={footerMarks} />
      <Announcer />
    </div>
  );
}
