'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReceiptDesk, ReceiptQueueRow } from '@/lib/capture/desk-queries';
import { RETURN_REASONS } from '@/lib/disbursement/rules/receipt-reasons';
import { paths } from '@/lib/kernel/paths';
import { answered, sentenceOf, type Answered } from '../review/acts';
import { KeysDialog, type KeyLine } from '../review/keys-dialog';
import { useKeys } from '../review/use-keys';
import { announce } from '../ui/announcer';
import type { JudgeActs } from './acts';
import { DeskBar } from './desk-bar';
import { DeskPanel } from './desk-panel';
import { DeskQueue } from './desk-queue';
import { ReturnDialog } from './return-dialog';
import { SheetViewer } from './sheet-viewer';
import styles from './desk.module.css';

const KEYS: readonly KeyLine[] = [
  { keys: ['A'], does: '通过并看下一份' },
  { keys: ['R'], does: '退回，再按数字选常用理由直接退回' },
  { keys: ['J', 'K'], does: '下一份、上一份' },
  { keys: ['1', '2', '3', '4'], does: '展平照片、原始照片、签发页、叠合' },
  { keys: ['B', 'S', 'D'], does: '叠合时：闪烁、滑动、差异' },
  { keys: ['+', '-'], does: '放大、缩小' },
  { keys: ['?'], does: '全部按键' },
];

type Props = { desk: ReceiptDesk; queue: readonly ReceiptQueueRow[]; acts: JudgeActs };
type Open = 'return' | 'keys' | null;

/** A receipt on one screen: what waits, the photograph, what the paper says, and the bar that decides. */
export function ReceiptDeskPage({ desk, queue, acts }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const judging = useJudging({ desk, queue, acts });
  const { mayJudge, disbursementId } = desk;
  useKeys({
    j: () => judging.next?.(),
    k: () => judging.previous?.(),
    '?': () => setOpen('keys'),
    ...(mayJudge ? { a: () => void judging.accept(), r: () => setOpen('return') } : {}),
  });
  return (
    <div className={styles.desk}>
      <div className={styles.panes}>
        <DeskQueue queue={queue} current={disbursementId} />
        <SheetViewer desk={desk} />
        <DeskPanel desk={desk} />
      </div>
      <DeskBar
        mayJudge={mayJudge}
        pending={judging.pending}
        onPrevious={judging.previous}
        onNext={judging.next}
        onReturn={() => setOpen('return')}
        onAccept={() => void judging.accept()}
        onKeys={() => setOpen('keys')}
      />
      <ReturnDialog
        open={open === 'return'}
        onClose={() => setOpen(null)}
        library={RETURN_REASONS.map(({ text }) => text)}
        act={judging.giveBack}
      />
      <KeysDialog lines={KEYS} open={open === 'keys'} onClose={() => setOpen(null)} />
    </div>
  );
}

/** What the page shows is old: it asks for what stands now. */
const isOutdated = (code: string) => code === 'photograph-replaced' || code === 'somebody-was-faster';

/**
 * Moving through the queue, and the two decisions on the photograph that is on the screen, after each of which the next
 * receipt is shown. Where another photograph came meanwhile nothing is decided, and the page shows that one.
 */
function useJudging({ desk, queue, acts }: Props) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const { disbursementId, values, mayJudge } = desk;
  const seen = { disbursementId, photographId: desk.photograph.id };
  function refused({ code, explained }: Refused) {
    announce(sentenceOf(explained), 'red');
    if (isOutdated(code)) router.refresh();
  }
  const opened = useOpened(desk, acts, refused);
  const at = queue.findIndex((row) => row.disbursementId === disbursementId);
  const [before, after] = [queue[at - 1], queue[at + 1]];
  const goTo = (row: ReceiptQueueRow | undefined) =>
    row && (() => router.push(paths.receiptReview(row.disbursementId)));

  async function decided(call: Promise<Answered>, word: string): Promise<Answered> {
    setPending(true);
    const answer = await answered(call);
    if (!answer.ok) {
      setPending(false);
      return answer;
    }
    // It stays so until the next photograph is there: this one is decided.
    announce(`${values.number} ${word}`);
    const onward = goTo(after ?? before) ?? (() => router.push(paths.receiptQueue()));
    onward();
    // The frame counts what waits.
    router.refresh();
    return answer;
  }

  async function accept() {
    if (pending || !mayJudge) return;
    setPending(true);
    const isOpen = await opened();
    if (!isOpen.ok) return setPending(false);
    const answer = await decided(acts.accept(seen), '已通过');
    if (!answer.ok) refused(answer);
  }

  async function giveBack(reason: string): Promise<Answered> {
    const answer = await decided(acts.giveBack({ ...seen, reason }), '已退回');
    if (!answer.ok && answer.code === 'photograph-replaced') refused(answer);
    return answer;
  }
  return { pending, previous: goTo(before), next: goTo(after), accept, giveBack };
}

const OPENED: Answered = { ok: true, value: undefined };
type Refused = Extract<Answered, { ok: false }>;

/**
 * A photograph counts as opened once it stands on the screen of somebody who may judge it. Answers the opening, so that
 * nothing passes before it is recorded. One that was not recorded is said once, and asked again only by a decision: every
 * answer of the server brings acts anew, and what asked again with them would never end.
 */
function useOpened(
  { disbursementId, mayJudge, photograph: { id: photographId, opened } }: ReceiptDesk,
  { open }: JudgeActs,
  refused: (why: Refused) => void,
): () => Promise<Answered> {
  const asked = useRef<Promise<Answered>>(null);
  function opening() {
    if (opened) return Promise.resolve(OPENED);
    asked.current ??= answered(open({ disbursementId, photographId })).then((answer) => {
      if (answer.ok) return answer;
      asked.current = null;
      refused(answer);
      return answer;
    });
    return asked.current;
  }
  const openFirst = useEffectEvent(() => {
    if (mayJudge) void opening();
  });
  useEffect(() => openFirst(), []);
  return opening;
}
