'use client';

import { useEffect, useState } from 'react';
import { paths } from '@/lib/kernel/paths';
import { MAX_PAGES_DRAWN } from '@/lib/files/rules/upload-limits';

/** `count`: of the whole; `drawn`: what there are pictures of. Nought where it is no PDF or cannot be drawn. */
export type Pages = { readonly count: number; readonly drawn: number };

/** The first wait; each is a little longer than the one before. */
const ASK_AGAIN_MS = 700;
const SLOWER = 1.4;

/** How many pages of a PDF are drawn as pictures; null while the server draws them. Pictures have none and ask nothing. */
export function usePages(fileId: string, isPdf: boolean): Pages | null {
  const [known, setKnown] = useState<{ readonly fileId: string; readonly count: number } | null>(null);
  const count = !isPdf ? 0 : known?.fileId === fileId ? known.count : null;

  useEffect(() => {
    if (!isPdf) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    let wait = ASK_AGAIN_MS;
    const ask = async () => {
      const answer = await fetch(paths.filePages(fileId)).catch(() => null);
      const body = answer?.ok ? ((await answer.json()) as { value: { pages: number | null } }) : null;
      if (isGone) return;
      if (typeof body?.value.pages === 'number') setKnown({ fileId, count: body.value.pages });
      else timer = setTimeout(() => void ask(), wait);
      wait *= SLOWER;
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [fileId, isPdf]);

  return count === null ? null : { count, drawn: Math.min(count, MAX_PAGES_DRAWN) };
}
