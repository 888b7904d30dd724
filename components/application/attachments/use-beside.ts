'use client';

import { useCallback, useEffect, useState } from 'react';
import type { BesidePapers } from '@/lib/application/rules/place-of-upload';
import { askBeside } from './upload-calls';

const NOTHING: BesidePapers = { unfinished: [], former: [], scans: {}, infected: [], usedBytes: 0 };
/** While something is being checked, the page asks again. */
const LOOK_AGAIN_MS = 15_000;

/** What stands beside the papers on the server, asked anew whenever the draft has changed. Null before the first answer. */
export function useBeside(applicationId: string, revision: number) {
  const [beside, setBeside] = useState<BesidePapers | null>(null);
  const refresh = useCallback(async () => {
    const fresh = await askBeside(applicationId);
    if (fresh) setBeside(fresh);
    return fresh;
  }, [applicationId]);
  const isChecking = Object.keys(beside?.scans ?? {}).length > 0;

  useEffect(() => {
    let isGone = false;
    void askBeside(applicationId).then((fresh) => {
      if (fresh && !isGone) setBeside(fresh);
    });
    return () => {
      isGone = true;
    };
  }, [applicationId, revision]);

  useEffect(() => {
    if (!isChecking) return;
    const timer = setInterval(() => void refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isChecking, refresh]);

  return { beside: beside ?? NOTHING, isKnown: beside !== null, refresh };
}
