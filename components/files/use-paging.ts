'use client';

import { useState } from 'react';
import { usePages } from './use-pages';
import { useTurn } from './use-turn';

/** Widths of the picture in percent of the pane. */
export const ZOOMS = [100, 150, 200, 300, 400] as const;

export type Leaf = { readonly fileId: string; readonly isPdf: boolean };
export type Paging = ReturnType<typeof usePaging>;

/** Where one is in the files of a paper: file, page of a PDF, zoom, turn. Pages run over from file to file. */
export function usePaging(files: readonly Leaf[], first = 0, firstPage = 1) {
  const [at, setAt] = useState({ file: first, page: firstPage });
  const [zoom, setZoom] = useState(0);
  const file = files[at.file] ?? files[0];
  const pages = usePages(file?.fileId ?? '', file?.isPdf ?? false);
  const { turn, turnBy } = useTurn(file?.fileId ?? '');
  const drawn = pages?.drawn ?? 0;
  const isFirst = at.file === 0 && at.page === 1;
  const isLast = at.file >= files.length - 1 && at.page >= Math.max(1, drawn);
  return {
    ...{ file, pages, page: at.page, fileIndex: at.file, zoom: ZOOMS[zoom] ?? 100, turn, isFirst, isLast },
    isSmallest: zoom === 0,
    isLargest: zoom === ZOOMS.length - 1,
    openAt: (index: number, page: number) => setAt({ file: index, page }),
    scale: (step: number) => setZoom((now) => Math.min(ZOOMS.length - 1, Math.max(0, now + step))),
    turnOnce: () => turnBy(90),
    next() {
      if (at.page < drawn) setAt({ ...at, page: at.page + 1 });
      else if (at.file < files.length - 1) setAt({ file: at.file + 1, page: 1 });
    },
    previous() {
      if (at.page > 1) setAt({ ...at, page: at.page - 1 });
      else if (at.file > 0) setAt({ file: at.file - 1, page: 1 });
    },
  };
}
