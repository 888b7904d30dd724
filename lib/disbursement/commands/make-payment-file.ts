import 'server-only';
import { createHash } from 'node:crypto';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { nextNumber } from '@/lib/db/numbers';
import { openSealedMany } from '@/lib/db/sealed';
import { inTransaction, isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { layoutInUse, publishedLayouts, usualLayout } from '../layout-store';
import { insertPaymentFile, rowsForPayment, type NewPaymentLine, type RowForPayment } from '../payment-store';
import { encodeFor } from '../rules/bank-layout';
import { controlTotals } from '../rules/batch-totals';
import { LINES_PER_FILE_MAX, lineNumber, paymentFileNumber } from '../rules/numbers';
import { paymentObstacle } from '../rules/payable';
import { remarkOf, writePaymentFile, type PaymentOrder } from '../rules/payment-file';
import type { FinanceRefusal } from '../rules/refusals';
import { lockDisbursements } from '../store';

type Input = {
  readonly programmeId: string;
  readonly disbursementIds: readonly string[];
  /** The published version of a bank's layout; the usual one of the programme where none is said. */
  readonly layoutVersionId?: string;
};
type Refusal = FinanceRefusal | CommonRefusal;
type Line = { readonly order: PaymentOrder; readonly row: NewPaymentLine };

/**
 * Makes a payment file out of payable disbursements of one programme. Nothing moves yet: the disbursements stay PAYABLE
 * until another person confirms the file; but none of them can get into a second file meanwhile. The bytes are stored
 * before the row says so, in the layout that the bank takes. Refuses `nothing-chosen`, `too-many`, `not-payable` with each and why,
 * `layout-not-in-use`.
 */
export async function makePaymentFile(
  ctx: Context<StaffActor>,
  input: Input,
): Promise<Result<{ id: string; number: string }, Refusal>> {
  authorise(ctx.actor, 'payment.make');
  const layoutVersionId =
    input.layoutVersionId ?? (await usualLayout(ctx.db, input.programmeId, await publishedLayouts(ctx.db)));
  const chosenLayout = layoutVersionId && (await layoutInUse(ctx.db, layoutVersionId));
  if (!chosenLayout) return refuse({ code: 'layout-not-in-use' });
  const { layout } = chosenLayout;
  const chosen = await payableRows(ctx, input);
  if (!chosen.ok) return chosen;
  const number = await freshNumber(ctx);
  const lines = await linesOf(ctx, number, chosen.value);
  const content = {
    ...{ number, madeOn: shanghaiDayOf(ctx.now), programmeName: chosen.value[0]?.programmeName ?? '' },
    orders: lines.map((line) => line.order),
  };
  const id = newId();
  const fileKey = `payments/${id}.${layout.order.extension}`;
  const bytes = encodeFor(layout.order, writePaymentFile(content, layout));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await ctx.ports.files.put(fileKey, bytes, layout.order.extension === 'csv' ? 'text/csv' : 'text/plain');
  const file = { id, number, programmeId: input.programmeId, fileKey, sha256, layout: chosenLayout };
  const written = await write(ctx, input, file, lines);
  if (!written.ok) await ctx.ports.files.remove(fileKey);
  return written;
}

async function payableRows(ctx: Context, input: Input): Promise<Result<RowForPayment[], Refusal>> {
  const ids = [...new Set(input.disbursementIds)];
  if (ids.length === 0) return refuse({ code: 'nothing-chosen' });
  if (ids.length > LINES_PER_FILE_MAX) return refuse({ code: 'too-many', max: LINES_PER_FILE_MAX, unit: '笔' });
  const rows = await rowsForPayment(ctx.db, { id: { in: ids } });
  const isComplete = rows.length === ids.length && rows.every((row) => row.programmeId === input.programmeId);
  if (!isComplete) return refuse({ code: 'not-found' });
  const blocked = rows.flatMap((row) => {
    const why = paymentObstacle(row, ctx.now);
    return why ? [{ number: row.receiptNumber ?? row.caseNumber, why }] : [];
  });
  return blocked.length === 0 ? ok(rows) : refuse({ code: 'not-payable', lines: blocked });
}

async function freshNumber(ctx: Context): Promise<string> {
  const year = Number(shanghaiDayOf(ctx.now).slice(0, 4));
  return paymentFileNumber(year, await inTransaction(ctx, (tx) => nextNumber(tx.db, 'FK', year)));
}

async function linesOf(ctx: Context, number: string, rows: readonly RowForPayment[]): Promise<Line[]> {
  const accounts = await openSealedMany(
    ctx,
    { table: 'bank_account', column: 'number' },
    rows.flatMap(({ bankAccount }) => bankAccount?.id ?? []),
  );
  return rows.map((row, index) => {
    const { bankAccount, receiptId, receiptNumber, amountFen } = row;
    const account = bankAccount && accounts.get(bankAccount.id);
    if (!bankAccount || !account || !receiptId || !receiptNumber)
      throw new Error(`${row.id} is payable without papers`);
    const shared = {
      lineNumber: lineNumber(number, index + 1),
      holder: bankAccount.holder,
      amountFen,
      remark: remarkOf(row.programmeName, receiptNumber),
    };
    return {
      order: { ...shared, account, bankName: bankAccount.bankName, cnapsCode: bankAccount.cnapsCode },
      row: {
        ...shared,
        id: newId(),
        disbursementId: row.id,
        receiptId,
        position: index + 1,
        accountTail: account.slice(-4),
      },
    };
  });
}

async function write(
  ctx: Context<StaffActor>,
  input: Input,
  file: {
    id: string;
    number: string;
    programmeId: string;
    fileKey: string;
    sha256: string;
    layout: { id: string; label: string };
  },
  lines: readonly Line[],
): Promise<Result<{ id: string; number: string }, Refusal>> {
  const { layout, ...row } = file;
  const { count: lineCount, totalFen } = controlTotals(lines.map((line) => line.row.amountFen));
  try {
    return await transact(ctx, async (tx) => {
      await lockDisbursements(tx.db, input.disbursementIds);
      const still = await payableRows(tx, input);
      if (!still.ok) return still;
      await insertPaymentFile(
        tx.db,
        { ...row, layoutVersionId: layout.id, lineCount, totalFen, makerId: ctx.actor.id, createdAt: ctx.now },
        lines.map((line) => line.row),
      );
      await writeAudit(tx, {
        action: 'paymentFile.make',
        word: '生成付款文件',
        subjectKind: 'paymentFile',
        subjectId: file.id,
        to: 'DRAFT',
        detail: { number: file.number, lineCount, totalFen, sha256: file.sha256, layout: layout.label },
      });
      return ok({ id: file.id, number: file.number });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'somebody-was-faster' });
    throw error;
  }
}
