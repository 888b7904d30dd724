import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { ResultComplaint } from './rules/bank-result';
import type { UnmatchedReason } from './rules/reconciliation';
import type { Verdict } from './rules/unmatched';

export type UnmatchedView = {
  readonly id: string;
  readonly line: number;
  readonly lineNumber: string | null;
  readonly reason: UnmatchedReason;
  readonly complaint: ResultComplaint | null;
  readonly text: string;
  readonly isDangerous: boolean;
  readonly openedAt: Date;
  readonly disbursementId: string | null;
  readonly verdict: Verdict | null;
  readonly explanation: string | null;
  readonly ownerId: string | null;
  readonly agreedById: string | null;
  readonly isClosed: boolean;
};

type Row = Omit<UnmatchedView, 'reason' | 'complaint' | 'verdict' | 'isClosed'> & {
  readonly reason: string;
  readonly complaint: string | null;
  readonly verdict: string | null;
  readonly closedAt: Date | null;
};

/** An item as the command wrote it. */
export function itemOf(row: Row): UnmatchedView {
  const { id, line, lineNumber, text, isDangerous, openedAt, disbursementId, explanation, ownerId, agreedById } = row;
  return {
    ...{ id, line, lineNumber, text, isDangerous, openedAt, disbursementId, explanation, ownerId, agreedById },
    reason: row.reason as UnmatchedReason,
    complaint: row.complaint as ResultComplaint | null,
    verdict: row.verdict as Verdict | null,
    isClosed: row.closedAt !== null,
  };
}

export type UnmatchedRow = UnmatchedView & {
  readonly fileId: string;
  readonly fileNumber: string;
  readonly ownerName: string | null;
  readonly agreedByName: string | null;
  readonly may: { readonly explain: boolean; readonly agree: boolean };
};

const AT_ONCE = 200;

/** Lines of the bank that matched nothing, the open ones of all files or all of one file, oldest first. */
export async function unmatchedItems(
  ctx: Context<StaffActor>,
  of: { readonly paymentFileId?: string } = {},
): Promise<UnmatchedRow[]> {
  authorise(ctx.actor, 'payment.read');
  const rows = await ctx.db.unmatchedItem.findMany({
    where: of.paymentFileId ? { bankResult: { paymentFileId: of.paymentFileId } } : { closedAt: null },
    orderBy: [{ openedAt: 'asc' }, { line: 'asc' }],
    take: AT_ONCE,
    include: { bankResult: { select: { paymentFile: { select: { id: true, number: true } } } } },
  });
  const people = await ctx.db.staffUser.findMany({
    where: { id: { in: rows.flatMap(({ ownerId, agreedById }) => [ownerId, agreedById].filter((id) => id !== null)) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(people.map((one) => [one.id, one.displayName]));
  return rows.map((row) => ({
    ...itemOf(row),
    fileId: row.bankResult.paymentFile.id,
    fileNumber: row.bankResult.paymentFile.number,
    ownerName: row.ownerId && (names.get(row.ownerId) ?? ''),
    agreedByName: row.agreedById && (names.get(row.agreedById) ?? ''),
    may: {
      explain: row.closedAt === null && row.verdict === null && may(ctx.actor, 'payment.explain'),
      agree:
        row.closedAt === null && row.verdict !== null && may(ctx.actor, 'payment.agree', { madeBy: [row.ownerId] }),
    },
  }));
}
