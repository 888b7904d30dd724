'use server';

import { acceptClean } from '@/lib/capture/commands/accept-clean';
import { explainOpenFirst } from '@/lib/capture/rules/refusals';
import { acceptReceipt, openReceipt, returnReceipt } from '@/lib/disbursement/commands/judge-receipt';
import { returnReceiptSchema, seenReceiptSchema } from '@/lib/disbursement/rules/receipt-reasons';
import { explainReceipt } from '@/lib/disbursement/rules/receipt-refusals';
import { explainFinance } from '@/lib/disbursement/rules/refusals';
import { call } from '@/lib/runtime/action';

const who = 'staff';
const explain = { ...explainReceipt, 'budget-short': explainFinance['budget-short'] };

/** Called by the page once it is on the screen, so that a page fetched in advance opens nothing. */
export const openReceiptCall = call({ who, input: seenReceiptSchema, run: openReceipt, explain });
export const acceptReceiptCall = call({ who, input: seenReceiptSchema, run: acceptReceipt, explain });
export const returnReceiptCall = call({ who, input: returnReceiptSchema, run: returnReceipt, explain });

/** Accepts one receipt out of the list of sheets, if nothing asks for opening it. */
export const acceptCleanCall = call({
  who,
  input: seenReceiptSchema,
  run: acceptClean,
  explain: { ...explain, ...explainOpenFirst },
});
