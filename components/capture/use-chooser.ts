'use client';

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';

/** Told when a file chooser opens, and when its picture is there or it was closed without one. */
export type OnChooser = (isOpen: boolean) => void;

/**
 * Follows the chooser of a file input. Older browsers keep silent when it is closed without a choice; the next touch of
 * the page tells, since a chooser lies over all of it. What `whileReading` waits for counts as open.
 */
export function useChooserOf(input: RefObject<HTMLInputElement | null>, onChooser?: OnChooser) {
  const stage = useRef<'closed' | 'open' | 'reading'>('closed');
  const close = useEffectEvent(() => {
    if (stage.current !== 'open') return;
    stage.current = 'closed';
    onChooser?.(false);
  });
  useEffect(() => {
    const element = input.current;
    const onTouch = () => close();
    const onCancel = (event: Event) => {
      // it rises, and a dialog around would take it for its own
      event.stopPropagation();
      close();
    };
    element?.addEventListener('cancel', onCancel);
    document.addEventListener('pointerdown', onTouch);
    return () => {
      element?.removeEventListener('cancel', onCancel);
      document.removeEventListener('pointerdown', onTouch);
      // One that goes away can tell nobody later.
      close();
    };
  }, [input]);
  return {
    open() {
      stage.current = 'open';
      onChooser?.(true);
    },
    async whileReading(read: Promise<void>) {
      stage.current = 'reading';
      await read;
      stage.current = 'closed';
      onChooser?.(false);
    },
  };
}

/** Which of a screen's choosers is open, by its name: it must stay where it is, and nothing is to overtake its picture. */
export function useChoosers() {
  const [open, setOpen] = useState<string | null>(null);
  const now = useRef<string | null>(null);
  return {
    open,
    /** Of this very moment, also for what began before. */
    isOpen: () => now.current !== null,
    on:
      (name: string): OnChooser =>
      (isOpen) => {
        if (!isOpen && now.current !== name) return;
        now.current = isOpen ? name : null;
        setOpen(now.current);
      },
  };
}
