import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { changeStatus } from '@/lib/db/change-status';
import { newId } from '@/lib/db/ids';
import { nextNumber } from '@/lib/db/numbers';
import { transact } from '@/lib/db/transact';
import { advance } from '@/lib/disbursement/commands/advance';
import { mayAct } from '@/lib/disbursement/rules/standing';
import { forAct } from '@/lib/disbursement/store';
import { formatNumber } from '@/lib/kernel/numbers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { RECEIPT } from '@/lib/receipt/rules/states';

type Answer = Result<unknown, { readonly code: string }>;

/** The receipt's way without paper: nothing is drawn and nothing photographed, its row and the disbursement move as they do. */
export async function print(clerk: Context<EnterpriseActor>, disbursementId: string): Promise<Answer> {
  const row = await forAct(clerk.db, disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  const may = mayAct(row, ['AWAITING_PRINT']);
  if (!may.ok) return may;
  const versions = await clerk.db.receipt.count({ where: { disbursementId } });
  return transact(clerk, async (tx): Promise<Answer> => {
    const number = row.receiptNumber ?? formatNumber('SJ', 2026, await nextNumber(tx.db, 'SJ', 2026));
    const moved = await advance(tx, row, 'issueReceipt', { set: { receiptNumber: number } });
    if (!moved.ok) return moved;
    await tx.db.receipt.create({
      data: {
        ...{ id: newId(), disbursementId, number, versionNumber: versions + 1, amountFen: BigInt(row.amountFen) },
        ...{ contentSha256: '', pdfKey: 'none', pdfSha256: '', pdfBytes: 1, pageCodes: [] },
        ...{ issuedById: clerk.actor.id, issuedAt: clerk.now },
      },
    });
    return ok();
  });
}

const STEPS = {
  submit: ['AWAITING_RECEIPT', 'submitReceipt', 'submit'],
  accept: ['RECEIPT_REVIEW', 'accept', 'accept'],
  returnReceipt: ['RECEIPT_REVIEW', 'returnReceipt', 'return'],
} as const;

export async function movePaper(ctx: Context, disbursementId: string, step: keyof typeof STEPS): Promise<Answer> {
  const [from, event, paper] = STEPS[step];
  const row = await forAct(ctx.db, disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  const may = mayAct(row, [from]);
  if (!may.ok) return may;
  const receipt = await ctx.db.receipt.findFirst({ where: { disbursementId, status: { not: 'VOIDED' } } });
  if (!receipt) return refuse({ code: 'somebody-was-faster' });
  return transact(ctx, async (tx): Promise<Answer> => {
    const moved = await advance(tx, row, event);
    return moved.ok ? changeStatus(tx, RECEIPT, receipt, paper) : moved;
  });
}
