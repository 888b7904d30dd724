'use client';

import { useRef, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import type { Explained } from '@/lib/access/refusals';
import { formatBytes, MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import { sendPaper, type Sending, type UploadedPaper } from './send-paper';

/** A file on its way, or one that did not arrive. The file itself is kept, so that it can be sent again. */
export type Underway =
  | { readonly state: 'sending'; readonly file: File; readonly sentBytes: number }
  | { readonly state: 'lost'; readonly file: File; readonly says: string }
  | { readonly state: 'refused'; readonly file: File; readonly explained: Explained };

const TOO_LARGE: Explained = {
  title: '文件太大',
  why: `每个文件不超过 ${formatBytes(MAX_FILE_BYTES)}。`,
  next: [{ label: '请压缩、降低扫描精度后再选' }],
};

/** How loudly the check's first finding is said. */
const TONES = { clean: 'green', doubt: 'amber', refuse: 'red' } as const;

/** One slot's upload: what stands stays until the next file has arrived whole, whatever happens on the way. */
export function usePaperUpload(
  title: string,
  uploadUrl: string,
  standing: UploadedPaper | null,
  changed: (paper: UploadedPaper) => void,
) {
  const [paper, setPaper] = useState(standing);
  const [underway, setUnderway] = useState<Underway | null>(null);
  const sending = useRef<Sending | null>(null);

  async function send(file: File) {
    if (file.size > MAX_FILE_BYTES) return setUnderway({ state: 'refused', file, explained: TOO_LARGE });
    sending.current?.cancel();
    const mine = sendPaper(file, uploadUrl, (sentBytes) => {
      if (sending.current === mine) setUnderway({ state: 'sending', file, sentBytes });
    });
    sending.current = mine;
    setUnderway({ state: 'sending', file, sentBytes: 0 });
    const outcome = await mine.outcome;
    if (sending.current !== mine) return;
    sending.current = null;
    if (outcome.kind === 'cancelled') return setUnderway(null);
    if (outcome.kind === 'lost') return setUnderway({ state: 'lost', file, says: outcome.says });
    if (outcome.kind === 'refused') return setUnderway({ state: 'refused', file, explained: outcome.explained });
    setPaper(outcome.paper);
    setUnderway(null);
    const { check } = outcome.paper;
    announce(check?.findings[0] ?? `${title}已上传`, check ? TONES[check.verdict] : 'green');
    changed(outcome.paper);
  }

  return {
    paper,
    underway,
    send,
    cancel: () => sending.current?.cancel(),
    drop: () => setUnderway(null),
  };
}
