'use client';

import { Button } from '@/components/ui/button';
import { PageDrawing } from './page-drawing';
import type { PageMark } from './page-marks';
import type { Pen } from './use-pen';
import { usePictureSize } from './use-picture-size';
import styles from './file-viewer.module.css';

type Props = { href: string; label: string; zoom: number; turn: number; marks?: readonly PageMark[]; pen?: Pen };

/** A picture as wide as the pane or wider, turned by quarters, with what is marked on it. */
export function PagePicture(props: Props) {
  const { size, again } = usePictureSize(props.href);
  return (
    <div className={styles.canvas} tabIndex={0} role="group" aria-label={props.label}>
      {size === 'broken' ? (
        <div className={styles.broken} role="alert">
          <p>图片没有打开，可能是网络断开。</p>
          <Button size="s" icon="refresh" onClick={again}>
            重试
          </Button>
        </div>
      ) : (
        size && <PageDrawing {...props} {...size} />
      )}
    </div>
  );
}
