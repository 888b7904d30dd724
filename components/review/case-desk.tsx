'use client';

import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { paths } from '@/lib/kernel/paths';
import type { DeskView } from '@/lib/review/rules/desk-view';
import type { DeskActs } from './acts';
import { CaseBanner } from './case-banner';
import { CaseHead } from './case-head';
import { CommentDialog } from './comment-dialog';
import { DecisionBar } from './decision-bar';
import { AskDialog, HandOverDialog } from './hand-over-dialog';
import { KeysDialog, type KeyLine } from './keys-dialog';
import { PartFields } from './part-fields';
import { PartStrip } from './part-strip';
import { ProofViewer } from './proof-viewer';
import { RefuseDialog } from './refuse-dialog';
import { useDesk } from './use-desk';
import { usePlace, type DeskPlace } from './use-place';
import styles from './case-desk.module.css';

const KEYS: readonly KeyLine[] = [
  { keys: ['J', 'K'], does: '下一位、上一位' },
  { keys: ['S'], does: '支持' },
  { keys: ['N'], does: '不予支持；办结后领取下一件' },
  { keys: ['C'], does: '写意见' },
  { keys: ['1', '…', '9'], does: '切换证明材料' },
  { keys: ['+', '-'], does: '放大、缩小图片' },
  { keys: ['R'], does: '转动图片' },
  { keys: ['?'], does: '全部按键' },
];

type Props = {
  view: DeskView;
  acts: DeskActs;
  startAt?: string;
  /** Stands in the head beside 办理经过: letters and messages. */
  folder?: ReactNode;
};
type Open = { dialog: 'refuse' | 'keys' | 'ask' | 'hand-over' } | { dialog: 'comment'; target: string | null } | null;

/**
 * The case on one screen: strip, fields, proof, and the bar that decides. It is begun anew when the case changes hands
 * or state, since what was done on the page belonged to the state before; the place is kept.
 */
export function CaseDesk({ view, acts, startAt, folder }: Props) {
  const place = usePlace(view.parts, startAt);
  const occasion = [view.status.word, view.submission, view.claim?.mine, view.claim?.name, view.mayClaim].join(' ');
  return <Workbench key={occasion} view={view} acts={acts} place={place} folder={folder} />;
}

function Workbench({ view, acts, place, folder }: Omit<Props, 'startAt'> & { place: DeskPlace }) {
  const router = useRouter();
  const desk = useDesk(view, acts, place);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const comment = (target: string | null) => setOpen({ dialog: 'comment', target });
  const refresh = () => router.refresh();
  const isFinal = (view.stage ?? view.myStage) === 'FINAL';
  return (
    <div className={styles.desk}>
      <CaseHead
        desk={desk}
        backHref={paths.queue(isFinal ? 'final' : 'first')}
        onChanged={refresh}
        onAsk={() => setOpen({ dialog: 'ask' })}
        onHandOver={() => setOpen({ dialog: 'hand-over' })}
        folder={folder}
      />
      <CaseBanner desk={desk} />
      <div className={styles.panes}>
        <PartStrip desk={desk} />
        <PartFields key={desk.part.id} desk={desk} onComment={comment} />
        <ProofViewer desk={desk} onComment={comment} />
      </div>
      <DecisionBar
        desk={desk}
        onRefuse={() => setOpen({ dialog: 'refuse' })}
        onComment={() => comment(null)}
        onKeys={() => setOpen({ dialog: 'keys' })}
        onChanged={refresh}
      />
      <CommentDialog
        desk={desk}
        target={open?.dialog === 'comment' ? open.target : null}
        open={open?.dialog === 'comment'}
        onClose={close}
      />
      <RefuseDialog desk={desk} open={open?.dialog === 'refuse'} onClose={close} />
      <AskDialog desk={desk} open={open?.dialog === 'ask'} onClose={close} onChanged={refresh} />
      <HandOverDialog desk={desk} open={open?.dialog === 'hand-over'} onClose={close} onChanged={refresh} />
      <KeysDialog lines={KEYS} open={open?.dialog === 'keys'} onClose={close} />
    </div>
  );
}
