'use server';

import { z } from 'zod';
import { acceptReceipt, openReceipt, returnReceipt } from '@/lib/disbursement/commands/judge-receipt';
import { returnReceiptSchema } from '@/lib/disbursement/rules/receipt-reasons';
import { explainReceipt } from '@/lib/disbursement/rules/receipt-refusals';
import { explainFinance } from '@/lib/disbursement/rules/refusals';
import { call } from '@/lib/runtime/action';

const who = 'staff';
const one = z.strictObject({ disbursementId: z.uuid() });
const explain = { ...explainReceipt, 'budget-short': explainFinance['budget-short'] };

/** Called by the page once it is on the screen, so that a page fetched in advance opens nothing. */
export const openReceiptCall = call({ who, input: one, run: openReceipt, explain });
export const acceptReceiptCall = call({ who, input: one, run: acceptReceipt, explain });
export const returnReceiptCall = call({ who, input: returnReceiptSchema, run: returnReceipt, explain });
