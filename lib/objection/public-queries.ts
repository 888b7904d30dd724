import 'server-only';
import type { Context } from '@/lib/access/context';
import { noticeTerms } from './notice-terms';
import { progressOf, type ObjectionProgress } from './rules/look-up';
import { termsOf } from './rules/terms';

export type Receipt = ObjectionProgress & {
  readonly terms: { readonly accept: number; readonly decide: number };
  readonly office: string;
  readonly telephone: string;
};

const SHOWN_MS = 24 * 3600_000;

/**
 * 异议回执, for a day to whoever has the address that the sent form led to: number and days, nothing of the person and
 * nothing of what was said.
 */
export async function objectionReceipt(ctx: Pick<Context, 'db' | 'now'>, id: string): Promise<Receipt | null> {
  const row = await ctx.db.objection.findUnique({ where: { id }, include: { notice: { select: { title: true } } } });
  if (!row || row.via !== 'ONLINE' || ctx.now.getTime() - row.receivedAt.getTime() > SHOWN_MS) return null;
  const notice = await noticeTerms(ctx, row.noticeId);
  const { office, telephone } = notice;
  return { ...progressOf(row), answer: null, terms: termsOf(notice), office, telephone };
}
