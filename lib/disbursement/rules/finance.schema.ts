import { z } from 'zod';
import { parseYuan } from '@/lib/kernel/fen';
import { day, reason } from './disbursement.schema';

const id = z.uuid();

/** Yuan as people type them, in whole fen. */
function amount(says: string) {
  return z.string().transform((text, ctx): number => {
    const read = parseYuan(text);
    if (read.ok) return read.value;
    ctx.addIssue({ code: 'custom', message: says });
    return z.NEVER;
  });
}

/** Control totals as the second person types them from the paper, never filled in by the page. */
const stated = {
  count: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, '请填写笔数，如 12。')
    .transform(Number),
  total: amount('请填写合计金额，如 180000.00。'),
};

const chosen = (says: string) => z.array(id).min(1, says).max(2000);

export const makeBatchSchema = z.strictObject({
  programmeId: id,
  year: z.coerce.number().int().min(2000).max(9999),
  applicationIds: chosen('至少选择一件申请。').default([]),
});

export const batchSchema = z.strictObject({ batchId: id });

export const releaseBatchSchema = z
  .strictObject({ batchId: id, ...stated })
  .transform(({ batchId, count, total }) => ({ batchId, stated: { count, totalFen: total } }));

export const leaveBatchSchema = z.strictObject({ disbursementId: id, reason });

export const makePaymentFileSchema = z.strictObject({
  programmeId: id,
  disbursementIds: chosen('至少选择一笔。').default([]),
  /** The bank's layout, by its version. */
  layoutVersionId: z.uuid({ error: '请选择付款文件格式。' }).optional(),
});

export const confirmPaymentFileSchema = z
  .strictObject({
    paymentFileId: id,
    ...stated,
    /** The first eight characters are typed from the paper that the maker handed over; the rest was on the page. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    hashHead: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{8}$/, '请填写校验值的前 8 位。'),
  })
  .transform(({ count, total, ...rest }) => ({ ...rest, stated: { count, totalFen: total } }));

export const withdrawPaymentFileSchema = z.strictObject({ paymentFileId: id, reason });

export const disbursementSchema = z.strictObject({ disbursementId: id });

/** 未匹配: what was found about one line of the bank. */
export const explainUnmatchedSchema = z.strictObject({
  itemId: id,
  verdict: z.enum(['AS_BOOKED', 'AS_BANK_SAYS'], { error: '请选择核实结论。' }),
  explanation: reason,
});

export const agreeUnmatchedSchema = z
  .strictObject({ itemId: id, agrees: z.enum(['yes', 'no'], { error: '请选择是否同意。' }) })
  .transform(({ itemId, agrees }) => ({ itemId, agrees: agrees === 'yes' }));

/** 登记追回 */
export const recoverySchema = z
  .strictObject({
    disbursementId: id,
    amount: amount('请填写追回金额，如 20000.00。').refine((fen) => fen > 0, '追回金额须大于 0。'),
    recoveredOn: day('请填写到账日期，如 2026-11-30。'),
    reason,
  })
  .transform(({ amount: amountFen, ...rest }) => ({ ...rest, amountFen }));

export const strikeRecoverySchema = z.strictObject({ disbursementId: id, recoveryId: id, reason });

export const holdSchema = z.strictObject({ disbursementId: id, reason });

const RESULT_BYTES_MAX = 1_000_000;

/** 银行结果: the bank's file as it came; more than a megabyte is no result of ours. */
export const takeResultSchema = z.strictObject({
  paymentFileId: id,
  file: z
    .instanceof(Blob, { error: '请选择银行的结果文件。' })
    .refine((file) => file.size > 0, '请选择银行的结果文件。')
    .refine((file) => file.size <= RESULT_BYTES_MAX, '结果文件不超过 1 MB。'),
});

/** One layout as a file, in characters. The largest sample has 2,500. */
export const LAYOUT_CHARACTERS_MAX = 100_000;

export const takeBankLayoutSchema = z.strictObject({
  text: z.string().min(2, '文件是空的。').max(LAYOUT_CHARACTERS_MAX, '文件过大，一份格式不超过 100,000 字。'),
});

export const bankLayoutActSchema = z.strictObject({ versionId: id, reason });
