'use client';

import { useEffect, useRef, type RefObject } from 'react';
import type { ConversationView } from '@/lib/conversation/queries';

export type MarkRead = (input: { applicationId: string; upTo: Date }) => Promise<unknown>;

/** Tells, once the messages come into view, up to which one they were read. The marks stay until the page is left. */
export function useRead(view: ConversationView, read: MarkRead): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const { applicationId, unread } = view;
  const upTo = view.messages.at(-1)?.at.getTime();

  useEffect(() => {
    const box = place.current;
    if (unread === 0 || upTo === undefined || !box) return;
    // A mark that did not arrive is set the next time.
    const seen = () => void read({ applicationId, upTo: new Date(upTo) }).catch(() => undefined);
    if (typeof IntersectionObserver === 'undefined') return seen();
    const watching = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watching.disconnect();
      seen();
    });
    watching.observe(box);
    return () => watching.disconnect();
  }, [applicationId, read, unread, upTo]);

  return place;
}
