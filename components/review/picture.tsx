'use client';

import { useEffect, useState } from 'react';
import { LinkButton } from '@/components/ui/button';
import { PictureDrawing } from './picture-drawing';
import styles from './proof-viewer.module.css';

type Size = { readonly width: number; readonly height: number };

/** A picture as wide as the pane or wider, turned by quarters. Its own size is read from itself. */
export function Picture(props: { href: string; label: string; zoom: number; turn: number }) {
  const { href } = props;
  const [size, setSize] = useState<Size | 'broken' | null>(null);

  useEffect(() => {
    const image = new Image();
    image.onload = () => setSize({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => setSize('broken');
    image.src = href;
    return () => {
      image.onload = null;
      image.onerror = null;
    };
  }, [href]);

  return (
    <div className={styles.canvas} tabIndex={0} role="group" aria-label={props.label}>
      {size === 'broken' ? (
        <div className={styles.broken} role="alert">
          <p>图片没有打开，可能是网络断开。</p>
          <LinkButton size="s" href={href} target="_blank">
            在新窗口打开
          </LinkButton>
        </div>
      ) : (
        size && <PictureDrawing {...props} {...size} />
      )}
    </div>
  );
}
