'use client';

import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { paths } from '@/lib/kernel/paths';
import styles from './attachments.module.css';

type ThumbnailProps = { readonly fileId: string; readonly name: string; show(): void };

/** The small picture of a file; a sheet while there is none yet. A second way to look at it, so the keyboard passes it by. */
export function Thumbnail({ fileId, name, show }: ThumbnailProps) {
  const [isMissing, setMissing] = useState(false);
  return (
    <button type="button" className={styles.small} tabIndex={-1} aria-hidden onClick={show} title={`查看 ${name}`}>
      {isMissing ? (
        <Icon name="file" />
      ) : (
        // eslint-disable-next-line @next/next/no-img-element -- private, made small by us
        <img src={paths.file(fileId, 'thumb')} alt="" loading="lazy" onError={() => setMissing(true)} />
      )}
    </button>
  );
}
