'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Status } from '@/components/ui/status';
import type { EarlierPaper } from '@/lib/application/rules/place-of-upload';
import { formatBytes } from '@/lib/files/rules/upload-limits';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { Thumbnail } from './thumbnail';
import { askEarlier } from './upload-calls';
import type { Choosing } from './use-file-acts';
import styles from './attachments.module.css';

/** Older than this, a paper is marked: what it says may have changed. */
const OLD_MONTHS = 12;

type EarlierPapersProps = {
  readonly choosing: Choosing | null;
  readonly isBusy: boolean;
  take(paper: EarlierPaper): void;
  close(): void;
};

/** 从以往申请中选用: the same paper of earlier applications, attached again without a new upload. */
export function EarlierPapers({ choosing, isBusy, take, close }: EarlierPapersProps) {
  return (
    <Dialog
      open={choosing !== null}
      onClose={close}
      title={`从以往申请中选用：${choosing?.label ?? ''}`}
      foot={<DialogClose>关闭</DialogClose>}
    >
      {choosing && <Papers choosing={choosing} isBusy={isBusy} take={take} />}
    </Dialog>
  );
}

function Papers({ choosing, isBusy, take }: Pick<EarlierPapersProps, 'isBusy' | 'take'> & { choosing: Choosing }) {
  const [papers, setPapers] = useState<readonly EarlierPaper[] | 'lost' | null>(null);
  useEffect(() => {
    let isGone = false;
    void askEarlier(choosing.place).then((found) => !isGone && setPapers(found ?? 'lost'));
    return () => {
      isGone = true;
    };
  }, [choosing]);

  if (papers === null) return <p role="status">正在查找…</p>;
  if (papers === 'lost') return <p role="alert">网络断开，没有查到。请关闭后再试一次。</p>;
  if (papers.length === 0) {
    return (
      <p role="status">
        本企业以往的申请里没有这项材料{choosing.place.talentId ? '（只列同一人的，按证件号码匹配）' : ''}，请上传文件。
      </p>
    );
  }
  return (
    <ul className={styles.earlier}>
      {papers.map((paper) => (
        <li key={paper.attachmentId}>
          <Thumbnail file={paper} show={() => {}} />
          <div className={styles.fileText}>
            <span className={styles.fileName}>{paper.fileName}</span>
            <span className={styles.facts}>
              {paper.from}　{formatDay(shanghaiDayOf(new Date(paper.uploadedAt)))} 上传，{formatBytes(paper.sizeBytes)}
            </span>
            {paper.ageMonths >= OLD_MONTHS && (
              <Status tone="amber" look="text">
                已上传 {paper.ageMonths} 个月，请核对是否仍有效
              </Status>
            )}
          </div>
          <Button
            size="s"
            disabled={isBusy}
            aria-label={`选用 ${paper.fileName}，${paper.from}`}
            onClick={() => take(paper)}
          >
            选用
          </Button>
        </li>
      ))}
    </ul>
  );
}
