import type { Award } from '@/lib/application/rules/award';
import { STAFF_STATUS, type StatusLabel } from '@/lib/application/rules/labels';
import { parsePart, partLabel, type PartKey } from '@/lib/application/rules/part-keys';
import type { KeptRegion } from '@/lib/files/rules/region';
import { formatMoney } from '@/lib/kernel/fen';
import {
  formatDay,
  formatDayTime,
  formatShortDay,
  formatTime,
  shanghaiDay,
  shanghaiDayOf,
} from '@/lib/kernel/shanghai-day';
import type { CaseView, ClaimBar, CommentView, DecisionView } from './case-view';
import { partIdOf, type DeskPart } from './desk';
import { pastOfEnterprise, type DeskPast } from './desk-past';
import { deskParts } from './desk-parts';
import type { DueMark } from './due';
import { REVIEWER_LABELS, type ReviewStage } from './labels';
import type { OpinionView } from './opinions';
import { reasonChoices, type ReasonChoice } from './reasons';

export type DeskComment = {
  readonly id: string;
  /** The part of the strip that it stands with. */
  readonly partId: string;
  readonly target: PartKey;
  readonly label: string;
  readonly text: string;
  /** The marked place that it speaks of. */
  readonly region: KeptRegion | null;
  /** `初审人员，11月5日`, `第 1 次退回`. */
  readonly by: string;
  /** Not sent yet: goes out with a return, and can be taken back. */
  readonly isDraft: boolean;
  /** Of an earlier submission: whether what it is pinned to was changed since; null otherwise. */
  readonly isMended: boolean | null;
};

/** The review page as plain data. */
export type DeskView = {
  readonly id: string;
  readonly number: string;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly programmeName: string;
  readonly year: number;
  readonly entryWord: string;
  readonly status: StatusLabel;
  readonly stage: ReviewStage | null;
  readonly submission: number;
  readonly submittedAt: string;
  readonly due: DueMark | null;
  readonly holdReason: string | null;
  readonly proposedRejection: string | null;
  readonly appealReason: string | null;
  readonly claim: {
    readonly mine: boolean;
    readonly name: string;
    readonly since: string;
    readonly until: string;
  } | null;
  readonly keptFor: string | null;
  readonly mayClaim: boolean;
  readonly myStage: ReviewStage | null;
  readonly claimBar: ClaimBar | null;
  readonly endedByMe: boolean;
  readonly parts: readonly DeskPart[];
  readonly looked: readonly PartKey[];
  readonly decisions: Readonly<Record<string, DecisionView>>;
  readonly comments: readonly DeskComment[];
  readonly award: Award;
  /** Set once the case was approved. */
  readonly approvedFen: number | null;
  /** What a decided or returned case says at its head. */
  readonly outcome: { readonly text: string; readonly reason: string | null } | null;
  readonly returnWorkingDays: number;
  /** `12月7日 24:00`, with 暂定 where the holidays are not announced. */
  readonly returnBy: string;
  readonly reasons: { readonly refuse: readonly ReasonChoice[]; readonly return: readonly ReasonChoice[] };
  readonly opinions: readonly OpinionView[];
  readonly colleagues: CaseView['colleagues'];
  readonly givenBy: CaseView['givenBy'];
  readonly stamp: string;
  readonly otherCases: number;
  /** Earlier cases of the enterprise; the newest of them. */
  readonly past: readonly DeskPast[];
  readonly timeline: readonly {
    readonly at: string;
    readonly word: string;
    readonly by: string;
    readonly note: string | null;
  }[];
};

/** Everything of a case in words, in the order of the screen. */
export function deskView(view: CaseView): DeskView {
  const { snapshot, config, claim } = view;
  return {
    id: view.id,
    number: view.number,
    enterpriseName: view.enterprise.name,
    uscc: view.enterprise.uscc,
    programmeName: snapshot.programme.name,
    year: snapshot.programme.year,
    entryWord: config.entryWord,
    status: STAFF_STATUS[view.status],
    stage: view.stage,
    submission: view.submission,
    submittedAt: view.submittedAt ? formatDayTime(view.submittedAt) : '',
    due: view.due,
    holdReason: view.holdReason,
    proposedRejection: view.proposedRejection,
    appealReason: view.appealReason,
    claim: claim && {
      ...{ mine: claim.mine, name: claim.name },
      since: formatTime(claim.since),
      until: formatTime(claim.until),
    },
    keptFor: view.keptFor,
    mayClaim: view.mayClaim,
    myStage: view.myStage,
    claimBar: view.claimBar,
    endedByMe: view.endedByMe,
    parts: deskParts(view),
    looked: view.looked,
    decisions: view.decisions,
    comments: view.comments.map((comment) => deskComment(comment, view)),
    award: view.award,
    approvedFen: view.approvedFen,
    outcome: outcomeOf(view),
    returnWorkingDays: config.returnWorkingDays,
    returnBy: `${formatDay(view.returnBy.day)} 24:00${view.returnBy.estimated ? '（暂定）' : ''}`,
    reasons: {
      refuse: reasonChoices(config, view.library, 'refuse'),
      return: reasonChoices(config, view.library, 'return'),
    },
    opinions: view.opinions,
    colleagues: view.colleagues,
    givenBy: view.givenBy,
    stamp: view.stamp,
    otherCases: view.otherCases,
    past: pastOfEnterprise(view.elsewhere.past),
    timeline: view.timeline.map(({ at, word, by, note }) => ({ at: formatDayTime(at), word, by, note })).reverse(),
  };
}

function deskComment(comment: CommentView, view: CaseView): DeskComment {
  const { id, target, text, region, stage, submission, at, sent } = comment;
  const part = parsePart(target);
  const isEarlier = submission < view.submission;
  // Neither sent nor to be sent: the case went on without it.
  const isIdle = !sent && (isEarlier || view.stage === null);
  const day = formatShortDay(shanghaiDayOf(at));
  return {
    ...{ id, target, text, region },
    partId: partIdOf(target),
    label: part ? partLabel(part, view.snapshot, view.config) : '',
    by: `${REVIEWER_LABELS[stage]}，${day}${isEarlier ? `，第 ${submission} 次提交` : ''}${isIdle ? '，未发出' : ''}`,
    isDraft: !sent && !isIdle,
    isMended: submission === view.submission - 1 ? isMended(target, view) : null,
  };
}

/** A comment on a whole talent, section or case counts as mended when anything in it changed. */
function isMended(target: PartKey, { changes }: CaseView): boolean {
  const inside = target === 'whole' ? '' : target === 'section:enterprise' ? 'field:' : `${target}:`;
  return changes.some(({ part }) => part === target || part.startsWith(inside));
}

function outcomeOf(view: CaseView): DeskView['outcome'] {
  switch (view.status) {
    case 'RETURNED':
      return {
        text: `已退回，企业须在 ${view.returnDeadline ? formatDay(shanghaiDay(view.returnDeadline)) : ''} 24:00 前重新提交。`,
        reason: null,
      };
    case 'REJECTED':
      return { text: '已办结：不予支持。', reason: view.decisionReason };
    default: {
      const granted = view.approvedFen === null ? '' : `已核定 ${formatMoney(view.approvedFen)}。`;
      return view.stage ? null : { text: `${granted}${STAFF_STATUS[view.status].next}`, reason: null };
    }
  }
}
