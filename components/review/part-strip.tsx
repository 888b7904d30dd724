'use client';

import { useEffect, useRef } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Status } from '@/components/ui/status';
import type { AwardLine } from '@/lib/application/rules/award';
import { wholeYuan } from '@/lib/programme/rules/amounts';
import { countChecks, lookState, type DeskPart } from '@/lib/review/rules/desk';
import { AwardDerivation } from './award-derivation';
import type { Desk } from './use-desk';
import styles from './part-strip.module.css';

/** The parts of the case with how far each was looked at, the talents with what was decided, and what it comes to. */
export function PartStrip({ desk }: { desk: Desk }) {
  const { view, looked, decisions, award } = desk;
  const parts = view.parts.map((part, index) => ({ part, index }));
  const common = parts.filter(({ part }) => part.talent === null);
  const talents = parts.filter(({ part }) => part.talent !== null);
  const seen = view.parts.filter((part) => lookState(part, looked) === 'all').length;
  const decided = talents.filter(({ part }) => decisions[part.id]).length;
  return (
    <nav className={styles.strip} aria-label="本案各部分">
      <div className={styles.scroll}>
        <h2 className={styles.head}>
          本案各部分
          {desk.isMine && (
            <span>
              {seen} / {view.parts.length} 已看
            </span>
          )}
        </h2>
        <ul>
          {common.map(({ part, index }) => (
            <StripItem key={part.id} desk={desk} part={part} index={index} />
          ))}
        </ul>
        <h2 className={styles.head}>
          {view.entryWord}
          <span>
            {decided} / {talents.length} 已定
          </span>
        </h2>
        <ul>
          {talents.map(({ part, index }) => (
            <StripItem
              key={part.id}
              desk={desk}
              part={part}
              index={index}
              line={award.lines.find(({ talentId }) => talentId === part.id)}
            />
          ))}
        </ul>
      </div>
      {(view.stage !== null || view.approvedFen !== null) && (
        <AwardDerivation award={award} isFinal={view.approvedFen !== null} />
      )}
    </nav>
  );
}

type ItemProps = { desk: Desk; part: DeskPart; index: number; line?: AwardLine };

function StripItem({ desk, part, index, line }: ItemProps) {
  const isCurrent = desk.partIndex === index;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={classNames(styles.item, part.talent && styles.talent, isCurrent && styles.current)}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => desk.openPart(index)}
      >
        <span className={styles.name}>{part.title}</span>
        <span className={styles.state}>
          <PartState desk={desk} part={part} />
        </span>
        {part.talent && (
          <>
            <span className={styles.small}>{part.talent.categoryLabel}</span>
            <span className={classNames(styles.small, styles.amount)}>{amountWords(desk, part, line)}</span>
          </>
        )}
        {desk.isMine && desk.decisions[part.id] && lookState(part, desk.looked) !== 'all' && (
          <span className={styles.unseen}>{unseenWords(part, desk.looked)}</span>
        )}
      </button>
    </li>
  );
}

function PartState({ desk, part }: { desk: Desk; part: DeskPart }) {
  const decision = desk.decisions[part.id];
  if (decision) {
    return (
      <Status look="text" tone={decision.supported ? 'green' : 'red'}>
        {decision.supported ? '支持' : '不予支持'}
      </Status>
    );
  }
  if (!desk.isMine)
    return part.talent ? (
      <Status look="text" tone="neutral">
        未定
      </Status>
    ) : null;
  const seen = lookState(part, desk.looked);
  const counts = countChecks(part);
  const toLookAt = counts.failed + counts.open;
  if (seen !== 'none' && toLookAt > 0)
    return (
      <Status look="text" tone="amber">
        {toLookAt} 处需看
      </Status>
    );
  if (seen === 'all')
    return (
      <Status look="text" tone={part.talent ? 'blue' : 'green'} icon={part.talent ? 'circle' : undefined}>
        {part.talent ? '未定' : '已看'}
      </Status>
    );
  return (
    <Status look="text" tone="neutral">
      {seen === 'some' ? '在看' : '未看'}
    </Status>
  );
}

function amountWords(desk: Desk, part: DeskPart, line: AwardLine | undefined): string {
  const decision = desk.decisions[part.id];
  if (decision && !decision.supported) return '不计';
  if (decision && line) return wholeYuan(line.grantedFen);
  return wholeYuan(part.talent?.standardFen ?? 0);
}

/** Decided before all of it was looked at: says what is left. */
function unseenWords(part: DeskPart, looked: ReadonlySet<string>): string {
  const left = part.papers.filter(({ key }) => !looked.has(key)).length;
  return left > 0 ? `还有 ${left} 份材料未看` : '';
}
