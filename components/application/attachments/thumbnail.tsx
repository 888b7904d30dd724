'use client';

import { useState } from 'react';
import { usePages } from '@/components/files/use-pages';
import { Icon } from '@/components/ui/icon';
import { paths } from '@/lib/kernel/paths';
import styles from './attachments.module.css';

type ThumbnailProps = {
  readonly file: { readonly fileId: string; readonly fileName: string; readonly mediaType: string };
  show(): void;
};

/** The small picture of a file; a sheet while there is none yet. A second way to look at it, so the keyboard passes it by. */
export function Thumbnail({ file: { fileId, fileName: name, mediaType }, show }: ThumbnailProps) {
  const isPdf = mediaType === 'application/pdf';
  const pages = usePages(fileId, isPdf);
  const [isBroken, setBroken] = useState(false);
  const isMissing = isBroken || (isPdf && !pages?.drawn);
  return (
    <button type="button" className={styles.small} tabIndex={-1} aria-hidden onClick={show} title={`查看 ${name}`}>
      {isMissing ? (
        <Icon name="file" />
      ) : (
        // eslint-disable-next-line @next/next/no-img-element -- private, made small by us
        <img src={paths.file(fileId, 'thumb')} alt="" loading="lazy" onError={() => setBroken(true)} />
      )}
    </button>
  );
}
