'use client';

import { useEffect, useState } from 'react';

export type PictureSize = { readonly width: number; readonly height: number };

/** Sizes of pictures that this page has seen, so that one that is shown again stands at once. */
const known = new Map<string, PictureSize>();

/** A picture's own size, read from itself; `again` tries anew where it did not come. Null while it is on its way. */
export function usePictureSize(href: string): { readonly size: PictureSize | 'broken' | null; again(): void } {
  const [read, setRead] = useState<{ readonly href: string; readonly size: PictureSize | 'broken' } | null>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    if (known.has(href)) return;
    const image = new Image();
    image.onload = () => {
      const size = { width: image.naturalWidth, height: image.naturalHeight };
      known.set(href, size);
      setRead({ href, size });
    };
    image.onerror = () => setRead({ href, size: 'broken' });
    image.src = href;
    return () => {
      image.onload = null;
      image.onerror = null;
    };
  }, [href, tries]);

  const size = known.get(href) ?? (read?.href === href ? read.size : null);
  return { size, again: () => setTries(tries + 1) };
}
