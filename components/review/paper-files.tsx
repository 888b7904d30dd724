'use client';

import { Leaf, pageWords } from '@/components/files/leaf';
import type { PageMark } from '@/components/files/page-marks';
import { usePaging, type Paging } from '@/components/files/use-paging';
import { Anchor } from '@/components/ui/anchor';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { paths } from '@/lib/kernel/paths';
import type { KeptRegion } from '@/lib/files/rules/region';
import { rowOf, type DeskFile, type DeskPaper } from '@/lib/review/rules/desk';
import type { DeskComment } from '@/lib/review/rules/desk-view';
import { CommentNotes } from './comment-notes';
import { MarkingBar } from './marking-bar';
import type { Desk } from './use-desk';
import { useKeys } from './use-keys';
import { useMarking, type Marking } from './use-marking';
import styles from './proof-viewer.module.css';

type Props = {
  desk: Desk;
  paper: DeskPaper;
  onComment: (target: string, region?: KeptRegion) => void;
};

/** The files of one paper with zoom, turn and pages, what is marked on them, and the comments pinned to them. */
export function PaperFiles({ desk, paper, onComment }: Props) {
  const { files } = paper;
  const paging = usePaging(
    files.map(({ fileId, kind }) => ({ fileId, isPdf: kind === 'pdf' })),
    desk.at.file,
    desk.at.page,
  );
  const { scale, turnOnce, next, previous, fileIndex } = paging;
  useKeys({
    r: turnOnce,
    '+': () => scale(1),
    '=': () => scale(1),
    '-': () => scale(-1),
    // Enlarged, the arrows move over the picture.
    ...(paging.zoom === 100 && { arrowleft: previous, arrowright: next }),
  });
  const file = files[fileIndex];
  const page = file?.kind === 'pdf' ? paging.page : 1;
  const marking = useMarking(desk, { paper, fileIndex, page }, onComment);
  if (!file) return null;
  const comments = desk.comments.filter(({ target }) => target === paper.key);
  const numbers = new Map(comments.filter(({ region }) => region).map(({ id }, index) => [id, index + 1]));
  const marks = marksOn({ desk, paper, file, page, comments, numbers, marking });
  return (
    <>
      <FileBar {...{ desk, paper, file, paging, marking, onComment }} />
      <MarkingBar marking={marking} />
      <CommentNotes
        comments={comments}
        onRemove={desk.isMine ? desk.removeComment : undefined}
        bare
        numbers={numbers}
        onOpen={({ fileId, page: at }) =>
          paging.openAt(
            Math.max(
              0,
              files.findIndex((one) => one.fileId === fileId),
            ),
            at,
          )
        }
      />
      <Leaf
        paging={paging}
        label={`${paper.label}，${file.name}`}
        marks={marks}
        pen={desk.isMine ? { draw: marking.draw } : undefined}
      />
    </>
  );
}

type Marked = {
  desk: Desk;
  paper: DeskPaper;
  file: DeskFile;
  page: number;
  comments: readonly DeskComment[];
  numbers: ReadonlyMap<string, number>;
  marking: Marking;
};

/** What is drawn on the page at hand: the place of the chosen field, the comments' places, and the box under the hand. */
function marksOn({ desk, paper, file, page, comments, numbers, marking }: Marked): PageMark[] {
  const row = rowOf(desk.part, desk.pin);
  const proof = row && desk.proofOf(row);
  const isShown = proof?.paper === paper.key && paper.files[proof.fileIndex] === file && proof.page === page;
  const place = isShown && proof.box ? proof.box : null;
  return [
    ...(row && place ? [{ key: 'field', box: place, tone: 'blue' as const, label: row.label, isCurrent: true }] : []),
    ...comments.flatMap(({ id, region, text }) =>
      region && region.fileId === file.fileId && region.page === page
        ? [{ key: id, box: region.box, tone: 'amber' as const, label: text, number: numbers.get(id) ?? 0 }]
        : [],
    ),
    ...(marking.box ? [{ key: 'pen', box: marking.box, tone: 'pen' as const, label: '选框', isCurrent: true }] : []),
  ];
}

type BarProps = Props & { file: DeskFile; paging: Paging; marking: Marking };

function FileBar({ desk, paper, file, paging, marking, onComment }: BarProps) {
  const { scale, turnOnce, next, previous } = paging;
  const { files } = paper;
  return (
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
        <>
          <IconButton icon="scan" label="框选位置（M）" onClick={marking.start} />
          <IconButton icon="chat" label={`对“${paper.label}”写意见`} onClick={() => onComment(paper.key)} />
        </>
      )}
    </div>
  );
}
