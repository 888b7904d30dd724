'use client';

import { LinkButton } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { paths } from '@/lib/kernel/paths';
import styles from './attachments.module.css';

export type ShownFile = { readonly fileId: string; readonly fileName: string; readonly mediaType: string };

/** A file to be looked at: a picture here, a PDF in a window of its own, which its reader needs. */
export function FileViewer({ file, close }: { file: ShownFile | null; close(): void }) {
  if (!file) return null;
  const isPicture = file.mediaType !== 'application/pdf';
  return (
    <Dialog
      open
      onClose={close}
      size="l"
      title={file.fileName}
      foot={
        <>
          <LinkButton variant="plain" icon="download" href={`${paths.file(file.fileId, 'kept')}&download`} download>
            下载
          </LinkButton>
          <LinkButton variant="plain" icon="external" href={paths.file(file.fileId, 'view')} target="_blank">
            在新窗口打开
          </LinkButton>
          <DialogClose>关闭</DialogClose>
        </>
      }
    >
      {isPicture ? (
        // eslint-disable-next-line @next/next/no-img-element -- private, drawn per visitor, made small by us
        <img className={styles.picture} src={paths.file(file.fileId, 'view')} alt={file.fileName} />
      ) : (
        <p>PDF 文件请在新窗口打开查看，或下载到电脑。</p>
      )}
    </Dialog>
  );
}
