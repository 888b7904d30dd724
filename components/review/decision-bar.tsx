'use client';

import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Count, Kbd } from '@/components/ui/status';
import { fieldRows } from '@/lib/review/rules/desk';
import { sentenceOf } from './acts';
import { CaseDecisions } from './case-decisions';
import { MissingButton } from './missing-button';
import { OpinionsButton } from './opinion-list';
import type { Desk } from './use-desk';
import { useKeys } from './use-keys';
import styles from './decision-bar.module.css';

type Props = {
  desk: Desk;
  onRefuse: () => void;
  onComment: () => void;
  onKeys: () => void;
  onPast: () => void;
  onChanged: () => void;
};

/** Chooses the next or the previous field, with its proof beside it. */
function stepRow(desk: Desk, step: 1 | -1): void {
  const rows = fieldRows(desk.part);
  const at = rows.findIndex(({ pin }) => pin === desk.pin);
  const row = at < 0 ? rows.at(step > 0 ? 0 : -1) : rows[at + step];
  if (row) desk.openRow(row, desk.proofOf(row));
}

/** The bar at the foot: moving on, the talent's decision, comments, and what ends the case. */
export function DecisionBar({ desk, onRefuse, onComment, onKeys, onPast, onChanged }: Props) {
  const { part, partIndex, view, isMine } = desk;
  const decision = desk.decisions[part.id];
  const hasPrevious = partIndex > 0;
  const hasNext = partIndex < view.parts.length - 1;
  const isTalent = part.talent !== null;

  /** What was decided shows at once and the next is opened; a refusal is said with the name that it is about. */
  async function support() {
    if (!isTalent) return;
    const sent = desk.decide(true, null);
    const isMore = desk.goOn(part.id);
    const answer = await sent;
    if (!answer.ok) return announce(`${part.title}：${sentenceOf(answer.explained)}`, 'red');
    announce(isMore ? `${part.title}：支持` : `${part.title}：支持。全部看完`);
  }
  const goOn = () => desk.goOn() || announce('没有未看的内容', 'blue');

  useKeys({
    k: () => hasPrevious && desk.openPart(partIndex - 1),
    j: () => hasNext && desk.openPart(partIndex + 1),
    '?': onKeys,
    e: onPast,
    ' ': goOn,
    l: goOn,
    h: () => desk.paperIndex > 0 && desk.openPaper(desk.paperIndex - 1),
    arrowdown: () => stepRow(desk, 1),
    arrowup: () => stepRow(desk, -1),
    ...(isMine ? { s: () => void support(), n: () => isTalent && onRefuse(), c: onComment } : {}),
  });
  const drafts = desk.comments.filter(({ isDraft }) => isDraft).length;
  return (
    <div className={styles.bar} role="region" aria-label="办理">
      <Button variant="plain" disabled={!hasPrevious} onClick={() => desk.openPart(partIndex - 1)}>
        <Kbd>K</Kbd> 上一位
      </Button>
      <Button variant="plain" disabled={!hasNext} onClick={() => desk.openPart(partIndex + 1)}>
        <Kbd>J</Kbd> 下一位
      </Button>
      {isMine && (
        <>
          <span className={styles.line} />
          <Button
            variant={decision?.supported ? 'primary' : 'plain'}
            disabled={!isTalent}
            aria-pressed={decision?.supported === true}
            onClick={() => void support()}
          >
            <Kbd>S</Kbd> 支持
          </Button>
          <Button
            variant={decision && !decision.supported ? 'danger' : 'plain'}
            disabled={!isTalent}
            aria-pressed={decision?.supported === false}
            aria-haspopup="dialog"
            onClick={onRefuse}
          >
            <Kbd>N</Kbd> 不予支持
          </Button>
          <Button variant="plain" aria-haspopup="dialog" onClick={onComment}>
            <Kbd>C</Kbd> 意见 {drafts > 0 && <Count n={drafts} />}
          </Button>
        </>
      )}
      <div className={styles.end}>
        <OpinionsButton desk={desk} onChanged={onChanged} />
        {isMine && (
          <>
            <MissingButton desk={desk} />
            <CaseDecisions desk={desk} onChanged={onChanged} />
          </>
        )}
        <Button variant="plain" aria-label="全部按键" aria-haspopup="dialog" onClick={onKeys}>
          <Kbd>?</Kbd>
        </Button>
      </div>
    </div>
  );
}
