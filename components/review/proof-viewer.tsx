'use client';

import { useEffect, useState } from 'react';
import { Anchor } from '@/components/ui/anchor';
import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/status';
import { paths } from '@/lib/kernel/paths';
import { CommentNotes } from './comment-notes';
import { Picture } from './picture';
import type { Desk } from './use-desk';
import { useKeys } from './use-keys';
import styles from './proof-viewer.module.css';

/** Widths of the picture in percent of the pane. */
const ZOOMS = [100, 150, 200, 300, 400] as const;
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
  const [fileIndex, setFileIndex] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState<Readonly<Record<string, number>>>({});
  const file = paper?.files[fileIndex];
  const isPicture = file?.kind === 'picture';
  const turn = () => file && setTurns((now) => ({ ...now, [file.fileId]: ((now[file.fileId] ?? 0) + 90) % 360 }));
  const scale = (step: number) => setZoom((now) => Math.min(ZOOMS.length - 1, Math.max(0, now + step)));
  useKeys({ r: () => turn(), '+': () => scale(1), '=': () => scale(1), '-': () => scale(-1) });
  if (!paper || !file) return null;
  const comments = desk.comments.filter(({ target }) => target === paper.key);
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.name}>
          <b>{paper.label}</b>
          <span>
            {paper.files.length > 1 && `第 ${fileIndex + 1} 个，共 ${paper.files.length} 个　`}
            {file.name}，{file.size}
          </span>
        </span>
        {paper.files.length > 1 && (
          <>
            <IconButton
              icon="chevron-left"
              label="上一个文件"
              disabled={fileIndex === 0}
              onClick={() => setFileIndex(fileIndex - 1)}
            />
            <IconButton
              icon="chevron-right"
              label="下一个文件"
              disabled={fileIndex === paper.files.length - 1}
              onClick={() => setFileIndex(fileIndex + 1)}
            />
          </>
        )}
        {isPicture && (
          <>
            <IconButton icon="zoom-out" label="缩小" disabled={zoom === 0} onClick={() => scale(-1)} />
            <span className={styles.percent}>{ZOOMS[zoom]}%</span>
            <IconButton icon="zoom-in" label="放大" disabled={zoom === ZOOMS.length - 1} onClick={() => scale(1)} />
            <IconButton icon="rotate" label="顺时针转 90 度" onClick={turn} />
          </>
        )}
        <Anchor href={paths.file(file.fileId, 'view')} target="_blank" className={styles.open} title="在新窗口打开">
          <Icon name="external" label="在新窗口打开" />
        </Anchor>
        {desk.isMine && (
          <IconButton icon="chat" label={`对“${paper.label}”写意见`} onClick={() => onComment(paper.key)} />
        )}
      </div>
      <CommentNotes comments={comments} onRemove={desk.isMine ? desk.removeComment : undefined} bare />
      {isPicture ? (
        <Picture
          key={file.fileId}
          href={paths.file(file.fileId, 'view')}
          label={`${paper.label}，${file.name}`}
          zoom={ZOOMS[zoom] ?? 100}
          turn={turns[file.fileId] ?? 0}
        />
      ) : (
        <iframe className={styles.frame} src={paths.file(file.fileId, 'view')} title={`${paper.label}，${file.name}`} />
      )}
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
