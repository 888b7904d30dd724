'use client';

import { useEffect, useRef } from 'react';
import { Anchor } from '@/components/ui/anchor';
import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Icon, type IconName } from '@/components/ui/icon';
import type { DeskCheck, DeskRow } from '@/lib/review/rules/desk';
import type { DeskProof } from '@/lib/review/rules/proof-places';
import { CommentNotes } from './comment-notes';
import { RevealValue } from './reveal-value';
import type { Desk } from './use-desk';
import styles from './part-fields.module.css';

export const CHECK: Record<
  DeskCheck['tone'],
  { icon: IconName; words: string; tone: 'green' | 'red' | 'amber' | 'blue' }
> = {
  passed: { icon: 'check-circle', words: '项通过', tone: 'green' },
  failed: { icon: 'error', words: '项不符', tone: 'red' },
  open: { icon: 'warn', words: '项需看', tone: 'amber' },
  note: { icon: 'link', words: '项提示', tone: 'blue' },
};

type Props = { desk: Desk; row: DeskRow; onComment: (target: string) => void; withChecks: boolean };

/** A field: what was filled in, what was checked, the way to its proof, and the comments pinned to it. */
export function FieldRow({ desk, row, onComment, withChecks }: Props) {
  const line = useRef<HTMLTableRowElement>(null);
  const worst = row.checks.some(({ tone }) => tone === 'failed' || tone === 'open');
  const { pin } = row;
  const isChosen = pin !== null && pin === desk.pin;
  const comments = desk.comments.filter(({ target }) => target === pin);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isChosen]);
  return (
    <>
      <tr
        ref={line}
        aria-current={isChosen ? 'true' : undefined}
        className={classNames(worst && styles.attention, row.isChanged && styles.changed, isChosen && styles.chosen)}
      >
        <th scope="row">{row.label}</th>
        <td className={styles.value}>
          {row.value ? <RevealValue desk={desk} row={row} /> : <span className={styles.none}>未填写</span>}
          {row.isChanged && <span className={styles.mark}>已变</span>}
        </td>
        {withChecks && (
          <td className={styles.checks}>
            {row.checks.map((check) => (
              <Check key={check.text} check={check} />
            ))}
          </td>
        )}
        <td className={styles.act}>
          <ProofButton desk={desk} row={row} isChosen={isChosen} />
          {desk.isMine && pin && (
            <IconButton
              className={styles.say}
              icon="chat"
              label={`对“${row.label}”写意见`}
              onClick={() => onComment(pin)}
            />
          )}
        </td>
      </tr>
      {comments.length > 0 && (
        <tr className={styles.notes}>
          <td colSpan={withChecks ? 4 : 3}>
            <CommentNotes comments={comments} onRemove={desk.isMine ? desk.removeComment : undefined} bare />
          </td>
        </tr>
      )}
    </>
  );
}

/** `劳动合同 第 3 页`: shows the paper, and the place where it is known, beside. */
function ProofButton({ desk, row, isChosen }: { desk: Desk; row: DeskRow; isChosen: boolean }) {
  const proof = desk.proofOf(row);
  if (!proof) return null;
  const paper = desk.part.papers.find(({ key }) => key === proof.paper);
  const isPdf = paper?.files[proof.fileIndex]?.kind === 'pdf';
  return (
    <button
      type="button"
      className={classNames(styles.proof, isChosen && styles.open, proof.box && styles.known)}
      aria-pressed={isChosen}
      title={proof.box ? '此前已标出位置' : undefined}
      onClick={() => desk.openRow(row, proof)}
    >
      {paper?.label}
      {isPdf && pageOf(proof)}
    </button>
  );
}

/** Without a box the page is only where it stood in other files of the paper. */
function pageOf({ page, box }: DeskProof): string {
  if (page === null) return '';
  return box ? ` 第 ${page} 页` : ` 约第 ${page} 页`;
}

function Check({ check }: { check: DeskCheck }) {
  const { icon, tone } = CHECK[check.tone];
  return (
    <p className={classNames(styles.check, styles[tone])}>
      <Icon name={icon} size="s" label={CHECK[check.tone].words.slice(1)} />
      <span>
        {check.href ? <Anchor href={check.href}>{check.text}</Anchor> : check.text}
        {check.proof && <small>{check.proof}</small>}
      </span>
    </p>
  );
}
