'use client';

import { useEffect, useRef } from 'react';
import { IconButton, LinkButton } from '@/components/ui/button';
import { paths } from '@/lib/kernel/paths';
import { Leaf, pageWords } from './leaf';
import { usePaging, type Paging } from './use-paging';
import styles from './file-viewer.module.css';

export type ShownFile = { readonly fileId: string; readonly fileName: string; readonly mediaType: string };

export type FileViewerProps = {
  readonly files: readonly ShownFile[];
  /** The one to begin with. */
  readonly first: number;
  close(): void;
};

/**
 * Files to be looked at beside what they belong to, on a phone over the whole screen. By keyboard: + − larger and
 * smaller, R turned, ← → pages, Esc closed. The focus goes in and comes back.
 */
export function FileViewer({ files, first, close }: FileViewerProps) {
  const box = useRef<HTMLElement>(null);
  const paging = usePaging(
    files.map(({ fileId, mediaType }) => ({ fileId, isPdf: mediaType === 'application/pdf' })),
    first,
  );
  const file = files[paging.fileIndex];
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  if (!file) return null;
  const several = files.length > 1 ? `第 ${paging.fileIndex + 1} 个，共 ${files.length} 个文件　` : '';
  return (
    <section
      ref={box}
      tabIndex={-1}
      className={styles.viewer}
      aria-label={`查看文件：${file.fileName}`}
      onKeyDown={(event) => press(event, paging, close)}
      onBlur={(event) => {
        if (isCovering() && isOutside(event)) event.currentTarget.focus();
      }}
    >
      <header className={styles.head}>
        <span className={styles.name}>
          <b>{file.fileName}</b>
          <span aria-live="polite">
            {several}
            {pageWords(paging)}
          </span>
        </span>
        <IconButton label="关闭" icon="close" onClick={close} />
      </header>
      <Bar paging={paging} fileId={file.fileId} />
      <Leaf paging={paging} label={file.fileName} />
      <p className={styles.keys}>键盘：+ − 缩放，R 转向，← → 翻页，Esc 关闭</p>
    </section>
  );
}

function Bar({ paging, fileId }: { paging: Paging; fileId: string }) {
  const { isFirst, isLast, isSmallest, isLargest, zoom, scale, turnOnce, next, previous } = paging;
  return (
    <div className={styles.bar} role="toolbar" aria-label="查看">
      <IconButton icon="chevron-left" label="上一页" disabled={isFirst} onClick={previous} />
      <IconButton icon="chevron-right" label="下一页" disabled={isLast} onClick={next} />
      <span className={styles.gap} />
      <IconButton icon="zoom-out" label="缩小" disabled={isSmallest} onClick={() => scale(-1)} />
      <span className={styles.percent}>{zoom}%</span>
      <IconButton icon="zoom-in" label="放大" disabled={isLargest} onClick={() => scale(1)} />
      <IconButton icon="rotate" label="顺时针转 90 度" onClick={turnOnce} />
      <span className={styles.gap} />
      <LinkButton size="s" variant="quiet" icon="download" href={`${paths.file(fileId, 'kept')}&download`} download>
        下载
      </LinkButton>
    </div>
  );
}

function press(event: React.KeyboardEvent, paging: Paging, close: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const acts: Readonly<Record<string, () => void>> = {
    '+': () => paging.scale(1),
    '=': () => paging.scale(1),
    '-': () => paging.scale(-1),
    r: paging.turnOnce,
    arrowleft: paging.previous,
    arrowright: paging.next,
    escape: close,
  };
  const act = acts[event.key.toLowerCase()];
  // Enlarged, the arrows move over the picture; the page is turned by the buttons then.
  const isMoving = paging.zoom > 100 && event.key.startsWith('Arrow');
  if (!act || isMoving) return;
  event.preventDefault();
  act();
}

/** On narrow screens it covers the page, whose controls must not be reached behind it. */
const isCovering = () => globalThis.matchMedia?.('(max-width: 1279px)').matches ?? false;

function isOutside({ currentTarget, relatedTarget }: React.FocusEvent): boolean {
  return relatedTarget instanceof Node && !currentTarget.contains(relatedTarget);
}
