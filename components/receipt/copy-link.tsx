'use client';

import { useEffect, useRef, useState } from 'react';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import styles from './upload.module.css';

/** 复制链接; where the browser lets no page copy, as over plain http, the address itself, selected. */
export function CopyLink({ address }: { address: string }) {
  const [isPlain, setPlain] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      announce('链接已复制，请在手机上打开');
    } catch {
      setPlain(true);
      announce('浏览器不允许自动复制，请复制已选中的链接', 'amber');
    }
  }

  return (
    <>
      <Button size="s" variant="plain" icon="link" onClick={() => void copy()}>
        复制链接
      </Button>
      {isPlain && <PlainAddress address={address} />}
    </>
  );
}

function PlainAddress({ address }: { address: string }) {
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    if (text.current) window.getSelection()?.selectAllChildren(text.current);
  }, [address]);
  return (
    <div className={styles.plain}>
      <span>浏览器不允许自动复制，请复制这个链接，在手机上打开：</span>
      <code ref={text}>{address}</code>
    </div>
  );
}
