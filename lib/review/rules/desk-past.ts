import { STAFF_STATUS, type StatusLabel } from '@/lib/application/rules/labels';
import { formatMoney } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { PastCase, PersonElsewhere } from './elsewhere';

/** An earlier case in a list: what it was, how it ended and why. */
export type DeskPast = {
  readonly key: string;
  readonly href: string;
  readonly title: string;
  readonly status: Pick<StatusLabel, 'word' | 'tone' | 'icon'>;
  readonly note: string;
};

/** The enterprise's own earlier cases. */
export function pastOfEnterprise(past: readonly PastCase[]): DeskPast[] {
  return past.map((one) => line(one, [amountWords(one), one.reason]));
}

/** Cases in which a person was handed in, by whom, and what was decided of this person. */
export function pastOfPerson(past: readonly PersonElsewhere[]): DeskPast[] {
  return past.map((one) => line(one, [one.isOwn ? '本单位申报' : `${one.enterpriseName}申报`, personWords(one)]));
}

function line(one: PastCase, notes: readonly (string | null)[]): DeskPast {
  const { word, tone, icon } = STAFF_STATUS[one.status];
  const handedIn = one.submittedAt ? `${formatDay(shanghaiDayOf(one.submittedAt))}提交` : null;
  return {
    key: one.id,
    href: paths.staffApplication(one.id),
    title: `${one.number}　${one.programmeName}，${one.year} 年`,
    status: { word, tone, icon },
    note: [handedIn, ...notes].filter(Boolean).join('；'),
  };
}

const amountWords = ({ approvedFen }: PastCase) => (approvedFen === null ? null : `核定 ${formatMoney(approvedFen)}`);

function personWords({ supported, because }: PersonElsewhere): string | null {
  if (supported === null) return null;
  return supported ? '本人支持' : `本人不予支持${because ? `：${because}` : ''}`;
}
