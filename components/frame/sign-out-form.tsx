'use client';

import { useEffect, useRef } from 'react';
import { forgetDrafts } from '../journal/journal-store';
import type { SignOut } from './frame-props';
import { openSessionNews } from './session-news';
import styles from './head-tool.module.css';

export type SignOutFormProps = {
  action: SignOut;
  className?: string;
  /** Whose unsaved typing is thrown away on this computer. */
  owner?: string | undefined;
};

/** 退出 as a form, so that it works without scripts and cannot be followed by a crawler. */
export function SignOutForm({ action, className, owner }: SignOutFormProps) {
  const wasSent = useRef(false);
  // The page goes once the server has ended the session: then the other tabs should look.
  useEffect(() => () => void (wasSent.current && tellOver()), []);

  function sent() {
    wasSent.current = true;
    if (owner) void forgetDrafts(owner);
  }

  return (
    <form action={action} className={className} data-sign-out="" onSubmit={sent}>
      <button type="submit" className={styles.tool}>
        退出
      </button>
    </form>
  );
}

function tellOver() {
  const news = openSessionNews(() => {});
  news.tell('over');
  news.close();
}
