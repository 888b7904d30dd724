'use client';

import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ItemList } from '@/components/ui/item-list';
import { Status } from '@/components/ui/status';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { VERDICT_LABELS } from '@/lib/review/rules/labels';
import { openOnes, type OpinionView } from '@/lib/review/rules/opinions';
import { answered, sentenceOf, type DeskActs } from './acts';
import type { Desk } from './use-desk';

type Props = { desk: Desk; onChanged: () => void };

/** In the bar: how many opinions there are and whether one is still open. It keeps nobody from deciding. */
export function OpinionsButton({ desk: { view, acts }, onChanged }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { opinions } = view;
  const open = openOnes(opinions).length;
  if (opinions.length === 0) return null;
  return (
    <>
      <Button variant="quiet" icon="users" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        加签 {opinions.length}
        {open > 0 && `，${open} 件未答复`}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="加签意见" size="m">
        <ItemList
          label="加签意见"
          quietTitles
          items={opinions.map((one) => ({
            key: one.id,
            title: `${one.by}请${one.of}提意见：${one.question}`,
            note: noteOf(one),
            aside: <OpinionStatus opinion={one} />,
            action: one.mayWithdraw && <Withdraw id={one.id} acts={acts} onDone={onChanged} />,
          }))}
        />
      </Dialog>
    </>
  );
}

function noteOf({ answer, of, askedAt, endedAt, status }: OpinionView): string {
  const asked = `${formatDayTime(askedAt)} 发出`;
  if (status !== 'ANSWERED' || !endedAt) return asked;
  return `${of}，${formatDayTime(endedAt)}${answer ? `：${answer}` : ''}`;
}

function OpinionStatus({ opinion: { status, verdict } }: { opinion: OpinionView }) {
  if (status === 'ANSWERED' && verdict) {
    const tone = verdict === 'AGREE' ? 'green' : verdict === 'DISAGREE' ? 'red' : 'blue';
    return (
      <Status look="text" tone={tone} icon={verdict === 'REMARK' ? 'chat' : undefined}>
        {VERDICT_LABELS[verdict]}
      </Status>
    );
  }
  const word = status === 'ASKED' ? '等待答复' : status === 'WITHDRAWN' ? '已撤回' : '已失效';
  return (
    <Status look="text" tone={status === 'ASKED' ? 'amber' : 'neutral'} icon={status === 'ASKED' ? 'clock' : 'undo'}>
      {word}
    </Status>
  );
}

function Withdraw({ id, acts, onDone }: { id: string; acts: DeskActs; onDone: () => void }) {
  const [isPending, setPending] = useState(false);
  async function withdraw() {
    if (isPending) return;
    setPending(true);
    const answer = await answered(acts.withdrawOpinion({ opinionId: id }));
    announce(answer.ok ? '已撤回加签' : sentenceOf(answer.explained), answer.ok ? 'green' : 'red');
    setPending(false);
    onDone();
  }
  return (
    <Button size="s" variant="plain" pending={isPending} onClick={() => void withdraw()}>
      撤回
    </Button>
  );
}
