import { z } from 'zod';

import { parseBankAccountNumber } from '@/lib/kernel/bank-account-number';
import { parseCnaps } from '@/lib/kernel/cnaps';
import { sumFen } from '@/lib/kernel/fen';
import { parseNumber } from '@/lib/kernel/numbers';
import type { Result } from '@/lib/kernel/result';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { parseShanghaiDay } from '@/lib/kernel/shanghai-day';
import { parseUscc } from '@/lib/kernel/uscc';

import { VERSION_MAX } from './page-code';

/** One printed value: no control characters and no blanks at its ends, since neither could be seen on paper. */
const printed = (charactersMax: number) =>
  z
    .string()
    .refine((text) => [...text].length <= charactersMax)
    .refine((text) => text !== '' && text.trim() === text && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text));

/** A value that the kernel reads, already in the one spelling that the kernel answers with. */
const canonical = (parse: (text: string) => Result<string, unknown>) =>
  z.string().refine((text) => {
    const parsed = parse(text);
    return parsed.ok && parsed.value === text;
  });

const organisation = printed(80);
const person = printed(50);

/** Twelve integer digits of yuan: as far as 人民币大写 goes. */
const fen = z.int().min(1).max(999_999_999_999_99);

const shanghaiDay = z.custom<ShanghaiDay>((value) => {
  const parsed = typeof value === 'string' && parseShanghaiDay(value);
  return parsed && parsed.ok && parsed.value === value;
});

const receiptLineSchema = z.strictObject({
  position: z.int().min(1),
  name: person,
  categoryLabel: printed(40),
  amountFen: fen,
});

/**
 * Everything that stands on a receipt, frozen when it is issued; the receipt area knows nothing else of the disbursement.
 *
 * Amounts are whole fen. Holds: at least one line, positions 1, 2, 3 … in order, and the lines add up to `totalFen`.
 */
export const receiptModelSchema = z
  .strictObject({
    number: canonical((text) => parseNumber('SJ', text)),
    version: z.int().min(1).max(VERSION_MAX),
    issuedOn: shanghaiDay,
    payer: organisation,
    payee: organisation,
    uscc: canonical(parseUscc),
    purpose: organisation,
    programmeName: organisation,
    batchNumber: printed(20),
    lines: z.array(receiptLineSchema).min(1).max(1000),
    totalFen: fen,
    account: z.strictObject({
      holder: organisation,
      number: canonical(parseBankAccountNumber),
      bankName: organisation,
      cnapsCode: canonical(parseCnaps),
    }),
    contact: z.strictObject({ name: person, phone: printed(20) }),
    paymentMethod: z.literal('银行转账'),
  })
  .refine((model) => model.lines.every((line, index) => line.position === index + 1), { path: ['lines'] })
  .refine((model) => sumFen(model.lines.map((line) => line.amountFen)) === model.totalFen, { path: ['totalFen'] });

export type ReceiptModel = z.infer<typeof receiptModelSchema>;
export type ReceiptLine = ReceiptModel['lines'][number];
