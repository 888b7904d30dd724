import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { nextNumber } from '@/lib/db/numbers';
import { inTransaction, isUniqueViolation, transact } from '@/lib/db/transact';
import { formatNumber } from '@/lib/kernel/numbers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { RenderedReceipt } from '@/lib/ports/receipt-renderer';
import { issueVersion } from '@/lib/receipt/commands/issue';
import { currentReceipt, versionsOf } from '@/lib/receipt/paper-queries';
import type { ReceiptModel } from '@/lib/receipt/rules/model';
import { keepReceiptNumber, receiptModelOf } from '../receipt-model-store';
import { PUBLIC_STATUS } from '../rules/labels';
import type { BudgetShort } from '../rules/refusals';
import type { ReceiptRefusal } from '../rules/receipt-refusals';
import { forAct, type DisbursementForAct } from '../store';
import { addedFonts, closeMissing } from '../font-store';
import { advance } from './advance';
import { noteMissing } from './note-missing';

export type Printed = { readonly receiptId: string; readonly number: string; readonly version: number };
type Answer = Result<Printed, ReceiptRefusal | BudgetShort | CommonRefusal>;

/**
 * 打印收据: issues the next version of the receipt. The page is drawn outside the transaction, deterministically; of
 * many equal requests one issues, the others are answered with the version that stands. A character that no font has
 * is refused by name and waits for the
 * administrator, who adds a font.
 */
export async function printReceipt(ctx: Context<EnterpriseActor>, input: { disbursementId: string }): Promise<Answer> {
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'disbursement.act', row);
  const hold = row.publicHold ?? row.talentHold;
  if (hold) return refuse({ code: 'held', reason: hold });
  if (row.status === 'AWAITING_RECEIPT') return standing(ctx, row.id);
  if (row.status !== 'AWAITING_PRINT') return refuse({ code: 'wrong-state', now: PUBLIC_STATUS[row.status].word });

  const model = await receiptModelOf(ctx, row.id, await numberOf(ctx, row.id));
  const rendered = await ctx.ports.receipts.render(model, await addedFonts(ctx));
  if (!rendered.ok) {
    await noteMissing(ctx, row.id, rendered.refusal.characters);
    return rendered;
  }
  const pdfKey = `receipts/${model.number}/${model.version}-${rendered.value.sha256.slice(0, 16)}.pdf`;
  await ctx.ports.files.put(pdfKey, rendered.value.pdf, 'application/pdf');
  const issued = await issue(ctx, row, { model, rendered: rendered.value, pdfKey });
  return issued.ok || issued.refusal.code !== 'somebody-was-faster' ? issued : standing(ctx, row.id);
}

async function numberOf(ctx: Context, disbursementId: string): Promise<{ number: string; version: number }> {
  const year = Number(shanghaiDayOf(ctx.now).slice(0, 4));
  const fresh = (tx: Context) => async () => formatNumber('SJ', year, await nextNumber(tx.db, 'SJ', year));
  const number = await inTransaction(ctx, (tx) => keepReceiptNumber(tx, disbursementId, fresh(tx)));
  return { number, version: (await versionsOf(ctx.db, disbursementId)) + 1 };
}

async function issue(
  ctx: Context<EnterpriseActor>,
  row: DisbursementForAct,
  paper: { model: ReceiptModel; rendered: RenderedReceipt; pdfKey: string },
): Promise<Answer> {
  try {
    return await transact(ctx, async (tx) => {
      const detail = { receipt: paper.model.number, version: paper.model.version, sha256: paper.rendered.sha256 };
      const moved = await advance(tx, row, 'issueReceipt', { detail });
      if (!moved.ok) return moved;
      await closeMissing(tx.db, row.id, tx.now);
      const receiptId = await issueVersion(tx, { disbursementId: row.id, ...paper, issuedById: ctx.actor.id });
      return ok({ receiptId, number: paper.model.number, version: paper.model.version });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'somebody-was-faster' });
    throw error;
  }
}

/** The version that an equal request issued a moment ago. */
async function standing(ctx: Context, disbursementId: string): Promise<Answer> {
  const receipt = await currentReceipt(ctx.db, disbursementId);
  if (!receipt) return refuse({ code: 'somebody-was-faster' });
  return ok({ receiptId: receipt.id, number: receipt.number, version: receipt.versionNumber });
}
