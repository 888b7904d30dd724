import 'server-only';
import { z } from 'zod';
import type { Context } from '@/lib/access/context';
import { award } from '@/lib/application/rules/award';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { countPages } from '../reading/count-pages';
import type { LetterKind } from '../rules/letter-kinds';
import type { LetterContent } from '../rules/letter-model';
import { correctionContent, receiptContent, refusalContent, resultContent } from '../rules/make-content';
import * as store from '../store';

/** The event as it happened, and the case as it stood then. */
export type LetterFacts = {
  readonly row: store.CaseForLetter;
  readonly at: Date;
  readonly toStatus: string | null;
  readonly detail: unknown;
  readonly submission: number;
  readonly snapshot: SubmissionSnapshot;
  readonly config: ProgrammeConfig;
};

/** What a letter of this kind says about this event; null where a later decision has taken its place already. */
export async function letterContent(ctx: Context, kind: LetterKind, facts: LetterFacts): Promise<LetterContent | null> {
  return MAKE[kind](ctx, facts);
}

const MAKE: Readonly<Record<LetterKind, (ctx: Context, facts: LetterFacts) => Promise<LetterContent | null>>> = {
  receipt: async (ctx, facts) =>
    receiptContent(facts, {
      at: facts.at,
      stage: facts.toStatus === 'AWAITING_FINAL' ? 'FINAL' : 'FIRST',
      pagesOf: await pagesOf(ctx, facts.snapshot),
      calendar: chineseCalendar,
    }),
  correction: async (ctx, { row, submission, detail, ...facts }) => {
    const { deadline } = z.object({ deadline: z.string() }).parse(detail);
    const comments = await store.sentComments(ctx.db, row.id, submission);
    const year = Number(deadline.slice(0, 4));
    return correctionContent(facts, {
      stage: comments[0]?.stage ?? 'FIRST',
      comments,
      deadline: { day: shanghaiDay(deadline), estimated: !chineseCalendar.knows(year) },
    });
  },
  refusal: async (ctx, { row, submission, detail, at, ...facts }) => {
    const { reason } = z.object({ reason: z.string() }).parse(detail);
    const reasons = await store.refusalReasons(ctx.db, row.id, submission);
    const mayAppeal = row.appealedAt === null || row.appealedAt > at;
    return refusalContent(facts, { at, reason, reasons, mayAppeal, calendar: chineseCalendar });
  },
  result: async (ctx, { row, submission, detail, at, ...facts }) => {
    if (row.decidedAt?.getTime() !== at.getTime()) return null;
    const { capFen, usedFen } = z.object({ capFen: z.number(), usedFen: z.number() }).parse(detail);
    const supported = new Set(decided.parse(row.awardLines).flatMap((one) => (one.supported ? [one.talentId] : [])));
    const lines = facts.snapshot.talents.map(({ id, name, categoryLabel, standardFen }) => ({
      ...{ talentId: id, name, categoryLabel, standardFen },
      supported: supported.has(id),
    }));
    const reasons = await store.refusalReasons(ctx.db, row.id, submission);
    return resultContent(facts, award(lines, capFen, usedFen), reasons);
  },
};

const decided = z.array(z.object({ talentId: z.string(), supported: z.boolean() }));

/** The pages of each file that was handed in: a picture is one, a PDF is counted. */
async function pagesOf(ctx: Context, { attachments }: SubmissionSnapshot): Promise<Map<string, number>> {
  const files = await store.filesOf(ctx.db, [...new Set(attachments.map(({ fileId }) => fileId))]);
  const pages = new Map<string, number>();
  for (const { id, mediaType, keptKey } of files) {
    const bytes = mediaType === 'application/pdf' ? await ctx.ports.files.get(keptKey) : null;
    const count = mediaType === 'application/pdf' ? bytes && countPages(bytes) : 1;
    if (count) pages.set(id, count);
  }
  return pages;
}
