'use client';

import { LinkButton } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { paths } from '@/lib/kernel/paths';
import styles from './attachments.module.css';

export type ShownFile = { readonly fileId: string; readonly fileName: string; readonly mediaType: string };

/** A file to be looked at: a picture here, a PDF in a window of its own, which its reader needs. */
export function FileViewer({ file, close }: { file: ShownFile | null; close(): void }) {
  return (
    <Dialog
      open={file !== null}
      onClose={close}
      size="l"
      title={file?.fileName ?? '文件'}
      foot={file && <Ways fileId={file.fileId} />}
    >
      {file && <Shown {...file} />}
    </Dialog>
  );
}

function Ways({ fileId }: { fileId: string }) {
  return (
    <>
      <LinkButton variant="plain" icon="download" href={`${paths.file(fileId, 'kept')}&download`} download>
        下载
      </LinkButton>
      <LinkButton variant="plain" icon="external" href={paths.file(fileId, 'view')} target="_blank">
        在新窗口打开
      </LinkButton>
      <DialogClose>关闭</DialogClose>
    </>
  );
}

function Shown({ fileId, fileName, mediaType }: ShownFile) {
  if (mediaType === 'application/pdf') return <p>PDF 文件请在新窗口打开查看，或下载到电脑。</p>;
  // eslint-disable-next-line @next/next/no-img-element -- private, drawn per visitor, made small by us
  return <img className={styles.picture} src={paths.file(fileId, 'view')} alt={fileName} />;
}
