import { appealDeadline, APPEAL_WORKING_DAYS, reviewDueOn } from '@/lib/application/rules/deadlines';
import { derivation, type Award } from '@/lib/application/rules/award';
import { parsePart, partLabel } from '@/lib/application/rules/part-keys';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { formatDayTime, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { HolidayCalendar } from '@/lib/kernel/working-days';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { SYSTEM_FIELDS } from '@/lib/programme/rules/fields';
import type { LetterContentOf } from './letter-model';

/** What a letter is made of: the submission as frozen, and the configuration that it is pinned to. */
type Case = { readonly snapshot: SubmissionSnapshot; readonly config: ProgrammeConfig };

const HASH_HEAD = 12;

/** 收件凭证. `stage` is where the submission went: one that answers a final reviewer goes straight back there. */
export function receiptContent(
  { snapshot, config }: Case,
  given: {
    readonly at: Date;
    readonly stage: 'FIRST' | 'FINAL';
    readonly pagesOf: ReadonlyMap<string, number>;
    readonly calendar: HolidayCalendar;
  },
): LetterContentOf<'receipt'> {
  const { at, stage, pagesOf, calendar } = given;
  const { first, final } = config.reviewWorkingDays;
  const finalStep = { step: '复审', workingDays: final };
  return {
    kind: 'receipt',
    submittedAt: formatDayTime(at),
    contact: { name: snapshot.contact.name, maskedMobile: snapshot.contact.maskedMobile },
    entryWord: config.entryWord,
    talents: snapshot.talents.map(({ name, sealed, categoryLabel }) => ({
      name,
      maskedIdNumber: sealed[SYSTEM_FIELDS.idNumber]?.masked ?? '',
      category: categoryLabel,
    })),
    papers: snapshot.attachments.map((file) => ({
      label: partLabel({ kind: 'attachment', ...file }, snapshot, config),
      fileName: file.fileName,
      pages: pagesOf.get(file.fileId) ?? null,
      sha256Head: file.sha256.slice(0, HASH_HEAD),
    })),
    promises:
      stage === 'FINAL'
        ? [{ ...finalStep, by: reviewDueOn(at, 'FINAL', config, calendar) }]
        : [
            { step: '初审', workingDays: first, by: reviewDueOn(at, 'FIRST', config, calendar) },
            { ...finalStep, by: null },
          ],
  };
}

/** 补正通知书: every comment with what it is pinned to, all told at once. */
export function correctionContent(
  { snapshot, config }: Case,
  given: {
    readonly stage: 'FIRST' | 'FINAL';
    readonly comments: readonly { readonly target: string; readonly text: string }[];
    readonly deadline: { readonly day: ShanghaiDay; readonly estimated: boolean };
  },
): LetterContentOf<'correction'> {
  return {
    kind: 'correction',
    stage: given.stage === 'FIRST' ? '初审' : '复审',
    comments: given.comments.map(({ target, text }) => ({
      place: partLabel(parsePart(target) ?? { kind: 'whole' }, snapshot, config),
      text,
    })),
    deadline: given.deadline,
    workingDays: config.returnWorkingDays,
  };
}

/** 不予支持通知书. One that answers 复核申请 names no further one: it can be asked for once. */
export function refusalContent(
  { snapshot, config }: Case,
  given: {
    readonly at: Date;
    readonly reason: string;
    readonly reasons: ReadonlyMap<string, string>;
    readonly mayAppeal: boolean;
    readonly calendar: HolidayCalendar;
  },
): LetterContentOf<'refusal'> {
  const { reasons } = given;
  return {
    kind: 'refusal',
    reason: given.reason,
    entryWord: config.entryWord,
    talents: snapshot.talents.flatMap(({ id, name, categoryLabel: category }) => {
      const reason = reasons.get(id);
      return reason ? [{ name, category, reason }] : [];
    }),
    remedy: config.remedy,
    appeal: given.mayAppeal ? { workingDays: APPEAL_WORKING_DAYS, by: appealDeadline(given.at, given.calendar) } : null,
  };
}

/** 审核结果通知书: each talent, and the amount line by line with the cap. */
export function resultContent(
  { config }: Pick<Case, 'config'>,
  award: Award,
  reasons: ReadonlyMap<string, string>,
): LetterContentOf<'result'> {
  return {
    kind: 'result',
    entryWord: config.entryWord,
    talents: award.lines.map((line) => ({
      name: line.name,
      category: line.categoryLabel,
      supported: line.supported,
      standardFen: line.standardFen,
      grantedFen: line.grantedFen,
      reason: line.supported ? (line.note ?? '') : (reasons.get(line.talentId) ?? ''),
    })),
    derivation: derivation(award, '核定补贴').map(({ label, fen, strong = false }) => ({ label, fen, strong })),
    totalFen: award.totalFen,
    noticeWorkingDays: config.notice.workingDays,
  };
}
