'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Explained } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';

const BUSY: Explained = {
  title: '没有下载成功',
  why: '网络断开，或系统繁忙。填写和上传的内容都在。',
  next: [{ label: '请稍后再点一次' }],
};

/** 下载PDF打印: has the form issued as things stand now, then fetches that version. */
export function DownloadForm({ title, paperUrl, isMain }: { title: string; paperUrl: string; isMain: boolean }) {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Explained | null>(null);

  async function download() {
    if (isBusy) return;
    setBusy(true);
    setRefused(null);
    const answer = await issue(paperUrl);
    setBusy(false);
    if ('paperId' in answer) window.location.assign(paths.paperPdf(answer.paperId));
    else setRefused(answer);
  }

  return (
    <>
      <Button
        variant={isMain ? 'primary' : 'plain'}
        size="s"
        icon="print"
        pending={isBusy}
        aria-label={`下载PDF打印 ${title}`}
        onClick={download}
      >
        下载PDF打印
      </Button>
      {refused && (
        <Notice tone="red" look="line" role="alert" title={refused.title}>
          {[refused.why, ...refused.next.map(({ label }) => `${label}。`)].join('')}
        </Notice>
      )}
    </>
  );
}

async function issue(paperUrl: string): Promise<{ readonly paperId: string } | Explained> {
  try {
    const response = await fetch(paperUrl, { method: 'POST' });
    const answer = (await response.json()) as { value?: { paperId?: string }; explained?: Explained };
    const paperId = answer.value?.paperId;
    return paperId ? { paperId } : (answer.explained ?? BUSY);
  } catch {
    return BUSY;
  }
}
