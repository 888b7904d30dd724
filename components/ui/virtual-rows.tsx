'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** So many rows are drawn as they are: searching in the page, printing and reading aloud find them all. */
const WHOLE = 60;

export type VirtualRows = {
  /** The rows to draw, by index. */
  readonly indexes: readonly number[];
  /** Heights of what is not drawn, in px. */
  readonly above: number;
  readonly below: number;
  /** Goes on each row, which also carries `data-index`. */
  readonly measure: (element: Element | null) => void;
};

/** Of a long list only the rows in sight; the page itself scrolls. `anchor` is the element that holds the rows. */
export function useVirtualRows(count: number, estimate: number, anchor: RefObject<HTMLElement | null>): VirtualRows {
  const [top, setTop] = useState<number | null>(null);
  useEffect(() => {
    if (typeof ResizeObserver === 'undefined') return;
    // Whatever grows or shrinks above the list moves it, and is seen by the height of the page.
    const watch = new ResizeObserver(() => {
      const box = anchor.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    });
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [anchor]);
  const isWhole = count <= WHOLE;
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => estimate,
    overscan: 6,
    scrollMargin: top ?? 0,
    enabled: !isWhole && top !== null,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  // Before the page is there to be measured, the first rows stand for all.
  if (isWhole || !first || !last) {
    const drawn = Math.min(count, WHOLE);
    const indexes = Array.from({ length: drawn }, (_, index) => index);
    return { indexes, above: 0, below: (count - drawn) * estimate, measure: ignore };
  }
  return {
    indexes: items.map(({ index }) => index),
    above: first.start - (top ?? 0),
    below: virtual.getTotalSize() - (last.end - (top ?? 0)),
    measure: virtual.measureElement,
  };
}

const ignore = () => {};

/** An empty row as high as what is not drawn. Set by script: the page allows no inline style. */
export function SpacerRow({ height }: { height: number }) {
  const cell = useRef<HTMLTableCellElement>(null);
  useLayoutEffect(() => {
    if (cell.current) cell.current.style.cssText = `height: ${height}px; padding: 0; border: 0`;
  }, [height]);
  return height > 0 ? (
    <tr aria-hidden="true" data-spacer="">
      <td ref={cell} colSpan={100} />
    </tr>
  ) : null;
}

/** The same between blocks. */
export function Spacer({ height }: { height: number }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.style.height = `${height}px`;
  }, [height]);
  return height > 0 ? <div ref={box} aria-hidden="true" /> : null;
}
