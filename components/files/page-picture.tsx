'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PageDrawing } from './page-drawing';
import styles from './file-viewer.module.css';

type Size = { readonly width: number; readonly height: number };

/** A picture as wide as the pane or wider, turned by quarters. Its own size is read from itself. */
export function PagePicture(props: { href: string; label: string; zoom: number; turn: number }) {
  const { href } = props;
  const [size, setSize] = useState<Size | 'broken' | null>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    const image = new Image();
    image.onload = () => setSize({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => setSize('broken');
    image.src = href;
    return () => {
      image.onload = null;
      image.onerror = null;
    };
  }, [href, tries]);

  return (
    <div className={styles.canvas} tabIndex={0} role="group" aria-label={props.label}>
      {size === 'broken' ? (
        <div className={styles.broken} role="alert">
          <p>图片没有打开，可能是网络断开。</p>
          <Button size="s" icon="refresh" onClick={() => setTries(tries + 1)}>
            重试
          </Button>
        </div>
      ) : (
        size && <PageDrawing {...props} {...size} />
      )}
    </div>
  );
}
