import 'server-only';
import type { Context } from '@/lib/access/context';
import { openSealed } from '@/lib/db/sealed';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { programmeConfigSchema } from '@/lib/programme/rules/config';
import { receiptModelSchema, type ReceiptModel } from '@/lib/receipt/rules/model';

/** Everything that stands on the receipt of a confirmed disbursement, as of now. Throws when something is missing: a bug. */
export async function receiptModelOf(
  ctx: Context,
  disbursementId: string,
  numbered: { number: string; version: number },
): Promise<ReceiptModel> {
  const row = await ctx.db.disbursement.findUniqueOrThrow({
    where: { id: disbursementId },
    include: {
      batch: { select: { number: true } },
      enterprise: { select: { name: true, uscc: true } },
      application: { include: { programmeVersion: { select: { config: true } } } },
      bankAccount: true,
      contact: true,
      lines: { where: { state: 'KEPT' }, orderBy: { position: 'asc' } },
    },
  });
  const { bankAccount, contact } = row;
  if (!bankAccount || !contact) throw new Error(`disbursement ${disbursementId} has no confirmed account or contact`);
  const [account, phone] = await Promise.all([
    openSealed(ctx, { table: 'bank_account', column: 'number', rowId: bankAccount.id }),
    openSealed(ctx, { table: 'contact', column: 'mobile', rowId: contact.id }),
  ]);
  const config = programmeConfigSchema.parse(row.application.programmeVersion.config);
  return receiptModelSchema.parse({
    ...numbered,
    issuedOn: shanghaiDayOf(ctx.now),
    payer: config.payer,
    payee: row.enterprise.name,
    uscc: row.enterprise.uscc,
    purpose: config.receiptPurpose,
    programmeName: config.name,
    batchNumber: row.batch.number,
    lines: row.lines.map((line, index) => ({
      position: index + 1,
      name: line.name,
      categoryLabel: line.categoryLabel,
      amountFen: Number(line.amountFen),
    })),
    totalFen: Number(row.amountFen),
    account: {
      holder: bankAccount.holder,
      number: account,
      bankName: bankAccount.bankName,
      cnapsCode: bankAccount.cnapsCode,
    },
    contact: { name: contact.name, phone },
    paymentMethod: '银行转账',
  });
}

/** Keeps a receipt number for a disbursement that has none yet; answers the number that stands there afterwards. */
export async function keepReceiptNumber(
  ctx: Context,
  disbursementId: string,
  fresh: () => Promise<string>,
): Promise<string> {
  await ctx.db.$queryRaw`SELECT id FROM disbursement WHERE id = ${disbursementId}::uuid FOR UPDATE`;
  const row = await ctx.db.disbursement.findUniqueOrThrow({
    where: { id: disbursementId },
    select: { receiptNumber: true },
  });
  if (row.receiptNumber) return row.receiptNumber;
  const receiptNumber = await fresh();
  await ctx.db.disbursement.update({ where: { id: disbursementId }, data: { receiptNumber } });
  return receiptNumber;
}
