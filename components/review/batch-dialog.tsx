'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { Money } from '@/components/ui/money';
import { Status } from '@/components/ui/status';
import type { BatchPreview } from '@/lib/review/rules/clean-case';
import type { QueueRow } from '@/lib/review/rules/queue';
import { answered, type Answered, type Explained } from './acts';
import { BatchCase } from './batch-case';
import styles from './batch-dialog.module.css';

type One = { applicationId: string };
export type BatchActs = {
  readonly open: (input: One) => Promise<Answered<BatchPreview>>;
  readonly pass: (input: One) => Promise<Answered>;
  readonly release: (input: One) => Promise<Answered>;
};
type Row = Pick<QueueRow, 'id' | 'number' | 'enterpriseName' | 'talents' | 'expectedFen' | 'claim'>;

/** How one case of the batch stands. */
type Standing =
  | { readonly step: 'waiting' | 'opening' }
  | { readonly step: 'seen' | 'passing'; readonly preview: BatchPreview }
  | { readonly step: 'passed' }
  | { readonly step: 'refused'; readonly why: Explained };

const WAITING: Standing = { step: 'waiting' };

/**
 * 批量通过: each case is opened and read in short before it may go; then each goes by itself, and what came of it stands
 * beside it. What was opened and not passed goes back to the queue when the dialog is closed.
 */
export function BatchDialog({ rows, acts, onClose }: { rows: readonly Row[]; acts: BatchActs; onClose: () => void }) {
  const router = useRouter();
  const [standings, setStandings] = useState<Readonly<Record<string, Standing>>>({});
  const [shown, setShown] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const of = (id: string) => standings[id] ?? WAITING;
  const put = (id: string, standing: Standing) => setStandings((now) => ({ ...now, [id]: standing }));
  const ready = rows.filter(({ id }) => of(id).step === 'seen');
  const waiting = rows.filter(({ id }) => of(id).step === 'waiting').length;
  const isOver = rows.every(({ id }) => ['passed', 'refused'].includes(of(id).step));

  async function open(id: string) {
    if (isBusy) return;
    setShown(shown === id ? null : id);
    if (of(id).step !== 'waiting') return;
    put(id, { step: 'opening' });
    const answer = await answered(acts.open({ applicationId: id }));
    put(id, answer.ok ? { step: 'seen', preview: answer.value } : { step: 'refused', why: answer.explained });
  }
  async function passAll() {
    if (isBusy) return;
    setBusy(true);
    setShown(null);
    for (const { id } of ready) {
      const standing = of(id);
      if (standing.step !== 'seen') continue;
      put(id, { ...standing, step: 'passing' });
      const answer = await answered(acts.pass({ applicationId: id }));
      put(id, answer.ok ? { step: 'passed' } : { step: 'refused', why: answer.explained });
    }
    setBusy(false);
  }
  async function leave() {
    if (isBusy) return;
    const left = rows.filter(({ id, claim }) => of(id).step === 'seen' && !claim?.mine);
    await Promise.all(left.map(({ id }) => answered(acts.release({ applicationId: id }))));
    router.refresh();
    onClose();
  }
  return (
    <Dialog
      open
      onClose={() => void leave()}
      title="批量通过，送复审"
      size="l"
      footNote={isOver ? resultWords(rows.map(({ id }) => of(id))) : waiting > 0 ? `还有 ${waiting} 件没有预览` : ''}
      foot={
        isOver ? (
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
              disabled={ready.length === 0 || waiting > 0}
              onClick={() => void passAll()}
            >
              通过 {ready.length} 件，送复审
            </Button>
          </>
        )
      }
    >
      <p className={styles.intro}>请逐件打开预览。通过即支持全部人员；需要单独处理的，请打开该件办理。</p>
      <ul className={styles.list}>
        {rows.map((row) => {
          const standing = of(row.id);
          return (
            <li key={row.id}>
              <button
                type="button"
                className={styles.head}
                aria-expanded={shown === row.id}
                onClick={() => void open(row.id)}
              >
                <Icon name={shown === row.id ? 'chevron-up' : 'chevron-down'} size="s" />
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
              {shown === row.id && 'preview' in standing && <BatchCase preview={standing.preview} />}
            </li>
          );
        })}
      </ul>
    </Dialog>
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
