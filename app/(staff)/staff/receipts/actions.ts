'use server';

import { z } from 'zod';
import { acceptClean } from '@/lib/capture/commands/accept-clean';
import { explainOpenFirst } from '@/lib/capture/rules/refusals';
import { acceptReceipt, openReceipt, returnReceipt } from '@/lib/disbursement/commands/judge-receipt';
import { returnReceiptSchema } from '@/lib/disbursement/rules/receipt-reasons';
import { explainReceipt } from '@/lib/disbursement/rules/receipt-refusals';
import { explainFinance } from '@/lib/disbursement/rules/refusals';
import { call } from '@/lib/runtime/action';

const who = 'staff';
const one = z.strictObject({ disbursementId: z.uuid() });
const seen = z.strictObject({ disbursementId: z.uuid(), photographId: z.uuid() });
const explain = { ...explainReceipt, 'budget-short': explainFinance['budget-short'] };

/** Called by the page once it is on the screen, so that a page fetched in advance opens nothing. */
export const openReceiptCall = call({ who, input: one, run: openReceipt, explain });
export const acceptReceiptCall = call({ who, input: one, run: acceptReceipt, explain });
export const returnReceiptCall = call({ who, input: returnReceiptSchema, run: returnReceipt, explain });

/** Accepts one receipt out of the list of sheets, if nothing asks for opening it. */
export const acceptCleanCall = call({
  who,
  input: seen,
  run: acceptClean,
  explain: { ...explain, ...explainOpenFirst },
});
