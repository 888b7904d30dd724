'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { Money } from '@/components/ui/money';
import { Status } from '@/components/ui/status';
import { BatchCase } from './batch-case';
import { useBatch, type BatchActs, type BatchRow, type Standing } from './use-batch';
import styles from './batch-dialog.module.css';

type Props = { rows: readonly BatchRow[]; acts: BatchActs; onClose: () => void };

/**
 * 批量通过: each case is opened and read in short before it may go; then each goes by itself, and what came of it stands
 * beside it. What was opened and not passed goes back to the queue when the dialog is closed.
 */
export function BatchDialog({ rows, acts, onClose }: Props) {
  const router = useRouter();
  const batch = useBatch(rows, acts);
  const { isBusy, isOver, waiting, ready } = batch;

  async function leave() {
    if (isBusy) return;
    await batch.giveBack();
    router.refresh();
    onClose();
  }
  const foot = isOver ? (
    <Button variant="primary" onClick={() => void leave()}>
      完成
    </Button>
  ) : (
    <>
      <Button variant="plain" disabled={isBusy} onClick={() => void leave()}>
        返回
      </Button>
      <Button
        variant="primary"
        pending={isBusy}
        disabled={ready === 0 || waiting > 0}
        onClick={() => void batch.passAll()}
      >
        通过 {ready} 件，送复审
      </Button>
    </>
  );
  const note = isOver
    ? resultWords(rows.map(({ id }) => batch.of(id)))
    : waiting > 0
      ? `还有 ${waiting} 件没有预览`
      : '';
  return (
    <Dialog open onClose={() => void leave()} title="批量通过，送复审" size="l" footNote={note} foot={foot}>
      <p className={styles.intro}>请逐件打开预览。通过即支持全部人员；需要单独处理的，请打开该件办理。</p>
      <ul className={styles.list}>
        {rows.map((row) => (
          <BatchLine
            key={row.id}
            row={row}
            standing={batch.of(row.id)}
            isShown={batch.shown === row.id}
            onOpen={() => void batch.open(row.id)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

type LineProps = { row: BatchRow; standing: Standing; isShown: boolean; onOpen: () => void };

function BatchLine({ row, standing, isShown, onOpen }: LineProps) {
  return (
    <li>
      <button type="button" className={styles.head} aria-expanded={isShown} onClick={onOpen}>
        <Icon name={isShown ? 'chevron-up' : 'chevron-down'} size="s" />
        <span className={styles.what}>
          <b>{row.enterpriseName}</b>
          <span>
            {row.number}，{row.talents} 人
          </span>
        </span>
        <Money fen={row.expectedFen} />
        <StandingWord standing={standing} />
      </button>
      {standing.step === 'refused' && (
        <p className={styles.why} role="alert">
          {standing.why.why}
          {standing.why.next[0] && `${standing.why.next[0].label}。`}
        </p>
      )}
      {isShown && 'preview' in standing && <BatchCase preview={standing.preview} />}
    </li>
  );
}

function resultWords(all: readonly Standing[]): string {
  const passed = all.filter(({ step }) => step === 'passed').length;
  const refused = all.length - passed;
  return `通过 ${passed} 件${refused > 0 ? `，未通过 ${refused} 件` : ''}`;
}

const WORDS = {
  waiting: ['未预览', 'neutral'],
  opening: ['正在打开', 'blue'],
  seen: ['已预览', 'blue'],
  passing: ['正在办理', 'blue'],
  passed: ['已通过', 'green'],
  refused: ['未通过', 'red'],
} as const;

function StandingWord({ standing: { step } }: { standing: Standing }) {
  const [word, tone] = WORDS[step];
  return (
    <Status look="text" tone={tone} icon={step === 'seen' ? 'eye' : undefined}>
      {word}
    </Status>
  );
}
