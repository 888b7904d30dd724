'use client';

import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { KeptRegion } from '@/lib/files/rules/region';
import { paths } from '@/lib/kernel/paths';
import type { DeskView } from '@/lib/review/rules/desk-view';
import type { DeskActs } from './acts';
import { CaseBanner } from './case-banner';
import { CaseHead } from './case-head';
import { CommentDialog } from './comment-dialog';
import { DecisionBar } from './decision-bar';
import { AskDialog, HandOverDialog } from './hand-over-dialog';
import { DESK_KEYS } from './desk-keys';
import { useKeysOn } from './key-switch';
import { KeysDialog } from './keys-dialog';
import { PartFields } from './part-fields';
import { PastDialog } from './past-dialog';
import { PartStrip } from './part-strip';
import { ProofViewer } from './proof-viewer';
import { RefuseDialog } from './refuse-dialog';
import { SpokenPlace } from './spoken-place';
import { useDesk } from './use-desk';
import { usePlace, type DeskPlace } from './use-place';
import styles from './case-desk.module.css';

type Props = {
  view: DeskView;
  acts: DeskActs;
  startAt?: string;
  /** Stands in the head beside 办理经过: letters and messages. */
  folder?: ReactNode;
};
type Open =
  | { dialog: 'refuse' | 'keys' | 'ask' | 'hand-over' | 'past' }
  | { dialog: 'comment'; target: string | null; region?: KeptRegion }
  | null;

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
  const comment = (target: string | null, region?: KeptRegion) => setOpen({ dialog: 'comment', target, region });
  const refresh = () => router.refresh();
  const past = () => setOpen({ dialog: 'past' });
  const isKeyed = useKeysOn();
  const isFinal = (view.stage ?? view.myStage) === 'FINAL';
  return (
    <div className={classNames(styles.desk, !isKeyed && styles.unkeyed)}>
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
        <PartFields key={desk.part.id} desk={desk} onComment={comment} onPast={past} />
        <ProofViewer desk={desk} onComment={comment} />
      </div>
      <DecisionBar
        desk={desk}
        onRefuse={() => setOpen({ dialog: 'refuse' })}
        onComment={() => comment(null)}
        onPast={past}
        onKeys={() => setOpen({ dialog: 'keys' })}
        onChanged={refresh}
      />
      <CommentDialog
        desk={desk}
        target={open?.dialog === 'comment' ? open.target : null}
        region={open?.dialog === 'comment' ? open.region : undefined}
        open={open?.dialog === 'comment'}
        onClose={close}
      />
      <RefuseDialog desk={desk} open={open?.dialog === 'refuse'} onClose={close} />
      <AskDialog desk={desk} open={open?.dialog === 'ask'} onClose={close} onChanged={refresh} />
      <HandOverDialog desk={desk} open={open?.dialog === 'hand-over'} onClose={close} onChanged={refresh} />
      <PastDialog desk={desk} open={open?.dialog === 'past'} onClose={close} />
      <SpokenPlace desk={desk} />
      <KeysDialog lines={DESK_KEYS} open={open?.dialog === 'keys'} onClose={close} />
    </div>
  );
}
