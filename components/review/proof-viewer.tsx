'use client';

import { useEffect } from 'react';
import { Leaf, pageWords } from '@/components/files/leaf';
import { usePaging } from '@/components/files/use-paging';
import { Anchor } from '@/components/ui/anchor';
import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/status';
import { paths } from '@/lib/kernel/paths';
import { CommentNotes } from './comment-notes';
import type { Desk } from './use-desk';
import { useKeys } from './use-keys';
import styles from './proof-viewer.module.css';

const TAB_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The papers of the chosen part: a tab for each, its files with zoom and turn, and the comments pinned to it. */
export function ProofViewer({ desk, onComment }: { desk: Desk; onComment: (target: string) => void }) {
  const { part, paperIndex } = desk;
  const paper = part.papers[paperIndex];
  const tabKeys = TAB_KEYS.slice(0, part.papers.length);
  useKeys(Object.fromEntries(tabKeys.map((key, index) => [key, () => desk.openPaper(index)])));
  usePreloaded(part.papers.flatMap(({ files }) => files.filter(({ kind }) => kind === 'picture')));

  if (!paper) {
    return (
      <section className={styles.pane} aria-label="证明材料">
        <p className={styles.nothing}>本部分没有证明材料，请核对左侧填写的内容。</p>
      </section>
    );
  }
  return (
    <section className={styles.pane} aria-label="证明材料">
      <div className={styles.tabs} role="tablist" aria-label="材料">
        {part.papers.map(({ key, label }, index) => (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={index === paperIndex}
            className={classNames(styles.tab, index === paperIndex && styles.current)}
            onClick={() => desk.openPaper(index)}
          >
            {TAB_KEYS[index] && <Kbd>{TAB_KEYS[index]}</Kbd>}
            {label}
            {desk.isMine && desk.looked.has(key) && <Icon name="check" size="s" label="已看" />}
          </button>
        ))}
      </div>
      <PaperFiles key={paper.key} desk={desk} onComment={onComment} />
    </section>
  );
}

function PaperFiles({ desk, onComment }: { desk: Desk; onComment: (target: string) => void }) {
  const paper = desk.part.papers[desk.paperIndex];
  const files = paper?.files ?? [];
  const paging = usePaging(files.map(({ fileId, kind }) => ({ fileId, isPdf: kind === 'pdf' })));
  const { scale, turnOnce, next, previous } = paging;
  useKeys({
    r: turnOnce,
    '+': () => scale(1),
    '=': () => scale(1),
    '-': () => scale(-1),
    // Enlarged, the arrows move over the picture.
    ...(paging.zoom === 100 && { arrowleft: previous, arrowright: next }),
  });
  const file = files[paging.fileIndex];
  if (!paper || !file) return null;
  const comments = desk.comments.filter(({ target }) => target === paper.key);
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.name}>
          <b>{paper.label}</b>
          <span>
            {files.length > 1 && `第 ${paging.fileIndex + 1} 个，共 ${files.length} 个　`}
            {file.name}，{file.size}
            {pageWords(paging) && `　${pageWords(paging)}`}
          </span>
        </span>
        {!(paging.isFirst && paging.isLast) && (
          <>
            <IconButton icon="chevron-left" label="上一页" disabled={paging.isFirst} onClick={previous} />
            <IconButton icon="chevron-right" label="下一页" disabled={paging.isLast} onClick={next} />
          </>
        )}
        <IconButton icon="zoom-out" label="缩小" disabled={paging.isSmallest} onClick={() => scale(-1)} />
        <span className={styles.percent}>{paging.zoom}%</span>
        <IconButton icon="zoom-in" label="放大" disabled={paging.isLargest} onClick={() => scale(1)} />
        <IconButton icon="rotate" label="顺时针转 90 度" onClick={turnOnce} />
        <Anchor href={paths.file(file.fileId, 'view')} target="_blank" className={styles.open} title="在新窗口打开">
          <Icon name="external" label="在新窗口打开" />
        </Anchor>
        {desk.isMine && (
          <IconButton icon="chat" label={`对“${paper.label}”写意见`} onClick={() => onComment(paper.key)} />
        )}
      </div>
      <CommentNotes comments={comments} onRemove={desk.isMine ? desk.removeComment : undefined} bare />
      <Leaf paging={paging} label={`${paper.label}，${file.name}`} />
    </>
  );
}

/** Fetches the pictures of a part while the first is looked at. */
function usePreloaded(files: readonly { fileId: string }[]): void {
  const wanted = files.map(({ fileId }) => fileId).join(' ');
  useEffect(() => {
    for (const fileId of wanted.split(' ').filter(Boolean)) new Image().src = paths.file(fileId, 'view');
  }, [wanted]);
}
