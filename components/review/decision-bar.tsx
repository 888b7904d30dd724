'use client';

import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Count, Kbd } from '@/components/ui/status';
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
  onChanged: () => void;
};

/** The bar at the foot: moving on, the talent's decision, comments, and what ends the case. */
export function DecisionBar({ desk, onRefuse, onComment, onKeys, onChanged }: Props) {
  const { part, partIndex, view, isMine } = desk;
  const [isPending, setPending] = useState(false);
  const decision = desk.decisions[part.id];
  const hasPrevious = partIndex > 0;
  const hasNext = partIndex < view.parts.length - 1;
  const isTalent = part.talent !== null;

  async function support() {
    if (isPending || !isTalent) return;
    setPending(true);
    const answer = await desk.decide(true, null);
    setPending(false);
    announce(answer.ok ? `${part.title}：支持` : sentenceOf(answer.explained), answer.ok ? 'green' : 'red');
  }

  useKeys({
    k: () => hasPrevious && desk.openPart(partIndex - 1),
    j: () => hasNext && desk.openPart(partIndex + 1),
    '?': onKeys,
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
            pending={isPending}
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
