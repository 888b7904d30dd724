'use client';

import { useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { formatBytes } from '@/lib/files/rules/upload-limits';
import styles from './papers.module.css';
import type { UploadedPaper } from './send-paper';

const TONE = { clean: 'green', doubt: 'amber', refuse: 'red' } as const;

/** The file that stands: its name, a look at it, and what was found on it. */
export function StandingFile({ paper, fileUrl }: { paper: UploadedPaper; fileUrl: string }) {
  const [isShown, setShown] = useState(false);
  const href = `${fileUrl}${paper.fileId}`;
  return (
    <>
      <p className={styles.file}>
        <span className={styles.name}>{paper.name}</span>
        <span className={styles.size}>{formatBytes(paper.sizeBytes)}</span>
        <Button size="s" variant="quiet" icon="eye" aria-label={`查看 ${paper.name}`} onClick={() => setShown(true)}>
          查看
        </Button>
      </p>
      {paper.check && (
        <Notice tone={TONE[paper.check.verdict]} look="line">
          {paper.check.findings.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      )}
      <Dialog
        open={isShown}
        onClose={() => setShown(false)}
        size="l"
        title={paper.name}
        foot={
          <>
            <LinkButton variant="plain" icon="external" href={href} target="_blank">
              在新窗口打开
            </LinkButton>
            <DialogClose>关闭</DialogClose>
          </>
        }
      >
        <Picture paper={paper} href={href} />
      </Dialog>
    </>
  );
}

/** A picture here; a PDF in a window of its own, which its reader needs. */
function Picture({ paper, href }: { paper: UploadedPaper; href: string }) {
  const [isBroken, setBroken] = useState(false);
  if (paper.mediaType === 'application/pdf') return <p>PDF 文件请在新窗口打开查看。</p>;
  if (isBroken) return <p>暂时显示不出来。文件已经存好，请稍后再看。</p>;
  // eslint-disable-next-line @next/next/no-img-element -- private, drawn per visitor, made small by us
  return <img className={styles.picture} src={href} alt={paper.name} onError={() => setBroken(true)} />;
}
