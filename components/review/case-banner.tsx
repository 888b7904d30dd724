'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ClaimBar } from '@/lib/review/rules/case-view';
import { AnswerDialog } from './opinion-answer';
import { TakeNext } from './take-next';
import type { Desk } from './use-desk';
import styles from './case-desk.module.css';

const BAR_WORDS: Readonly<Record<Exclude<ClaimBar, 'kept' | 'held'>, string>> = {
  'other-role': '本案不在您办理的环节，仅供查看。',
  'decided-at-first': '您在本案初审中作过决定，复审须由其他人员办理。',
  'refused-before': '不予支持的决定由您作出，企业申请的复核须由其他人员办理。',
};

/** One line above the panes when something other than the work itself must be known first. */
export function CaseBanner({ desk }: { desk: Desk }) {
  const words = bannerOf(desk);
  if (!words) return null;
  return (
    <div className={styles.banner}>
      <Notice
        look="line"
        tone={words.tone}
        actions={words.answers ? <Answer desk={desk} /> : words.next && <Next desk={desk} />}
        role={words.role}
      >
        <b>{words.title}</b> {words.text}
      </Notice>
    </div>
  );
}

type Words = {
  tone: 'red' | 'amber' | 'blue' | 'green';
  title: string;
  text?: string | null;
  next?: boolean;
  answers?: boolean;
  role?: 'alert';
};

const ENDED: Words = { tone: 'green', title: '本案已办结本环节。', next: true };

function bannerOf({ view, lease, holder, isMine, isEnded }: Desk): Words | null {
  if (isEnded) return ENDED;
  if (lease.lost) return { tone: 'red', title: lease.lost.title, text: lease.lost.why, role: 'alert' };
  if (view.holdReason !== null) return { tone: 'red', title: '暂停办理', text: view.holdReason };
  if (view.outcome) {
    const tone = view.status.tone === 'red' ? 'red' : view.approvedFen !== null ? 'green' : 'blue';
    return { tone, title: view.outcome.text, text: view.outcome.reason, next: true };
  }
  const [asked] = view.opinions.filter(({ isForMe }) => isForMe);
  if (asked) return { tone: 'amber', title: `${asked.by}请您提意见：`, text: asked.question, answers: true };
  // The page may be drawn anew after its reviewer has ended the stage on it.
  if (view.endedByMe && !view.mayClaim && view.appealReason === null) return ENDED;
  if (view.appealReason !== null) return { tone: 'amber', title: '企业申请复核：', text: view.appealReason };
  if (view.proposedRejection !== null && view.stage === 'FINAL') {
    return { tone: 'amber', title: '初审建议不予支持：', text: view.proposedRejection };
  }
  if (isMine) {
    const { givenBy } = view;
    return givenBy && { tone: 'blue', title: `${givenBy.name}转交给您：`, text: givenBy.reason };
  }
  if (holder && !holder.mine) {
    const since = `${holder.since} 领取。您可以查看，不能更改。`;
    return { tone: 'blue', title: `${holder.name}正在办理，至 ${holder.until}`, text: since, next: true };
  }
  if (view.claimBar === 'kept')
    return { tone: 'blue', title: `留给${view.keptFor ?? '同事'}办理`, text: '此前由其退回或办理。', next: true };
  if (view.claimBar && view.claimBar !== 'held') return { tone: 'blue', title: BAR_WORDS[view.claimBar], next: true };
  return view.mayClaim ? { tone: 'blue', title: '领取后才能办理。', text: '现在可以先查看。' } : null;
}

function Next({ desk: { view, acts } }: { desk: Desk }) {
  if (!view.myStage) return null;
  return <TakeNext stage={view.myStage} next={acts.next} size="s" />;
}

function Answer({ desk: { view, acts } }: { desk: Desk }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [asked] = view.opinions.filter(({ isForMe }) => isForMe);
  if (!asked) return null;
  return (
    <>
      <Button size="s" variant="secondary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        答复加签
      </Button>
      <AnswerDialog
        asked={asked}
        answer={acts.answerOpinion}
        open={isOpen}
        onClose={() => setOpen(false)}
        onDone={() => router.refresh()}
      />
    </>
  );
}
